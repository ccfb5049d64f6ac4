package vestibule.file;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestPath;
import vestibule.intake.Intake;
import vestibule.intake.access.CurrentCaller;
import vestibule.intake.http.AskedUrl;
import vestibule.intake.http.Download;
import vestibule.intake.storage.ObjectStore;
import vestibule.validation.Refusal;

/** The documented call and its companions. */
@Path("/v1/files")
@Produces(MediaType.APPLICATION_JSON)
public class FileResource {

    private final Intake intake;
    private final FileDesk desk;
    private final FileCabinet cabinet;
    private final ObjectStore store;
    private final CurrentCaller caller;

    FileResource(
            Intake intake,
            FileDesk desk,
            FileCabinet cabinet,
            ObjectStore store,
            CurrentCaller caller) {
        this.intake = intake;
        this.desk = desk;
        this.cabinet = cabinet;
        this.store = store;
        this.caller = caller;
    }

    /** Uploads one file for one purpose. */
    @POST
    @NonBlocking
    public CompletionStage<Response> upload(@Context HttpServerRequest request) {
        return intake.take(request, caller.get(), new FileSubmission(request, caller.get(), desk));
    }

    /** Lists the client's files, newest first. */
    @GET
    public Response list(@Context HttpServerRequest request) {
        return FileQuery.of(AskedUrl.query(request))
                .map(query -> FileView.Page.of(cabinet.list(caller.get(), query), query.limit()))
                .map(FileResource::ok)
                .orElseGet(() -> refuse(new Refusal.QueryInvalid("limit")));
    }

    @GET
    @Path("/{id}")
    public Response get(@RestPath String id) {
        return found(id, file -> ok(FileView.Data.inFull(file.record())));
    }

    @GET
    @Path("/{id}/contents")
    @Produces(MediaType.WILDCARD)
    public Response contents(@RestPath String id) {
        return found(id, this::download);
    }

    @HEAD
    @Path("/{id}/contents")
    @Produces(MediaType.WILDCARD)
    public Response contentsHead(@RestPath String id) {
        return found(id, file -> asDownload(file).withoutBytes());
    }

    /** OpenAI's SDKs ask for the singular. */
    @GET
    @Path("/{id}/content")
    @Produces(MediaType.WILDCARD)
    public Response content(@RestPath String id) {
        return contents(id);
    }

    @HEAD
    @Path("/{id}/content")
    @Produces(MediaType.WILDCARD)
    public Response contentHead(@RestPath String id) {
        return contentsHead(id);
    }

    @DELETE
    @Path("/{id}")
    public Response delete(@RestPath String id) {
        return found(
                id,
                file -> {
                    if (file.held) {
                        return refuse(new Refusal.Held());
                    }
                    return cabinet.delete(file) ? Response.noContent().build() : delete(id);
                });
    }

    private Response download(StoredFile file) {
        return store.open(file.objectKey)
                .map(bytes -> asDownload(file).of(bytes))
                .orElseGet(() -> withoutObject(file));
    }

    /** Deleted while it was asked for, or lost: which must never happen, and be seen if it does. */
    private Response withoutObject(StoredFile file) {
        if (cabinet.find(caller.get(), file.id.toString()).isPresent()) {
            throw new IllegalStateException("there is no object under " + file.objectKey);
        }
        return refuse(new Refusal.NotFound());
    }

    private static Download asDownload(StoredFile file) {
        return new Download(file.type, file.size, file.name, file.sha256);
    }

    private Response found(String id, Function<StoredFile, Response> answer) {
        return cabinet.find(caller.get(), id)
                .map(answer)
                .orElseGet(() -> refuse(new Refusal.NotFound()));
    }

    /** Without the charset that {@code @Produces} would add: every answer says the same type. */
    private static Response ok(Object answer) {
        return Response.ok(answer, MediaType.APPLICATION_JSON_TYPE).build();
    }

    private Response refuse(Refusal refusal) {
        return desk.answers().refuse(refusal);
    }
}
