package vestibule.image;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import vestibule.intake.Intake;
import vestibule.intake.access.CurrentCaller;

/** The documented call where the vendor's own clients look for it. */
@Path("/v3/submission/image")
@Produces(MediaType.APPLICATION_JSON)
public class SubmissionImageResource {

    private final Intake intake;
    private final ImageDesk desk;
    private final CurrentCaller caller;

    SubmissionImageResource(Intake intake, ImageDesk desk, CurrentCaller caller) {
        this.intake = intake;
        this.desk = desk;
        this.caller = caller;
    }

    /** The same as {@code PUT /Image}. */
    @PUT
    @NonBlocking
    public CompletionStage<Response> put(@Context HttpServerRequest request) {
        var call = new ImageSubmission(request, caller.get(), desk);
        return intake.take(request, call.client(), call);
    }
}
