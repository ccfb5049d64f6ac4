package vestibule.ddq;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import vestibule.intake.Intake;
import vestibule.intake.access.CurrentCaller;
import vestibule.intake.http.AskedUrl;

/** The documented call, and the list of what came through it. */
@Path("/v1/enterprise/ddq")
@Produces(MediaType.APPLICATION_JSON)
public class DdqResource {

    private static final int USUAL_LIMIT = 100;

    private final Intake intake;
    private final DdqDesk desk;
    private final DdqCabinet cabinet;
    private final DdqAnswers answers;
    private final CurrentCaller caller;

    DdqResource(
            Intake intake,
            DdqDesk desk,
            DdqCabinet cabinet,
            DdqAnswers answers,
            CurrentCaller caller) {
        this.intake = intake;
        this.desk = desk;
        this.cabinet = cabinet;
        this.answers = answers;
        this.caller = caller;
    }

    /** Uploads documents of one user, all or none. */
    @POST
    @Path("/upload")
    @NonBlocking
    public CompletionStage<Response> upload(@Context HttpServerRequest request) {
        return intake.take(request, caller.get(), new DdqSubmission(request, caller.get(), desk));
    }

    /** Lists the documents of one user, newest first. */
    @GET
    @Path("/documents")
    public Response documents(@Context HttpServerRequest request) {
        var query = AskedUrl.query(request);
        return cabinet.user(caller.get().tenant(), query.getAll("user_id"))
                .map(user -> documents(user, query))
                .orElseGet(() -> answers.refuse(new DdqRefusal.UserUnknown()));
    }

    private Response documents(Account user, MultiMap query) {
        return Paging.faultOf(query)
                .map(answers::refuse)
                .orElseGet(() -> Replies.ok(cabinet.list(user, Paging.of(query, USUAL_LIMIT))));
    }
}
