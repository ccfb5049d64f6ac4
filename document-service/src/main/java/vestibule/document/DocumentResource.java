package vestibule.document;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.RestPath;
import vestibule.intake.Intake;
import vestibule.intake.access.CurrentCaller;

/** The documented calls and their companions, as the vendor's samples call them. */
@Path("/api/v2/my")
@Produces(MediaType.APPLICATION_JSON)
public class DocumentResource {

    private final Intake intake;
    private final DocumentOffice office;
    private final DocumentShelf shelf;
    private final CurrentCaller caller;

    DocumentResource(
            Intake intake, DocumentOffice office, DocumentShelf shelf, CurrentCaller caller) {
        this.intake = intake;
        this.office = office;
        this.shelf = shelf;
        this.caller = caller;
    }

    /** Adds a document, or registers one whose bytes follow. */
    @POST
    @Path("/documents")
    @NonBlocking
    public CompletionStage<Response> add(@Context HttpServerRequest http) {
        var request = shelf.request(http, caller.get());
        return intake.take(http, caller.get(), new AddSubmission(request, office));
    }

    /** Sends the bytes of a document that was registered without. */
    @PUT
    @Path("/documents/{documentId}/file")
    @NonBlocking
    public CompletionStage<Response> fill(
            @Context HttpServerRequest http, @RestPath String documentId) {
        var request = shelf.request(http, caller.get());
        return intake.take(http, caller.get(), new ContentSubmission(request, documentId, office));
    }

    @GET
    @Path("/documents")
    public Response list(@Context HttpServerRequest http) {
        return shelf.list(shelf.request(http, caller.get()));
    }

    @GET
    @Path("/documents/types")
    public Response types() {
        return shelf.types(caller.get());
    }

    @GET
    @Path("/documents/{documentId}")
    public Response get(@Context HttpServerRequest http, @RestPath String documentId) {
        return shelf.get(shelf.request(http, caller.get()), documentId);
    }

    /** As the vendor's summary writes it. */
    @GET
    @Path("/document/{documentId}")
    public Response getOne(@Context HttpServerRequest http, @RestPath String documentId) {
        return get(http, documentId);
    }

    @DELETE
    @Path("/documents/{documentId}")
    public Response delete(@RestPath String documentId) {
        return shelf.delete(caller.get(), documentId);
    }

    @GET
    @Path("/documents/{documentId}/file")
    @Produces(MediaType.WILDCARD)
    public Response file(@RestPath String documentId) {
        return shelf.file(caller.get(), documentId);
    }

    @HEAD
    @Path("/documents/{documentId}/file")
    @Produces(MediaType.WILDCARD)
    public Response fileHead(@RestPath String documentId) {
        return shelf.fileHead(caller.get(), documentId);
    }
}
