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

/** The documented call. */
@Path("/Image")
@Produces(MediaType.APPLICATION_JSON)
public class ImageResource {

    private final Intake intake;
    private final ImageDesk desk;
    private final CurrentCaller caller;

    ImageResource(Intake intake, ImageDesk desk, CurrentCaller caller) {
        this.intake = intake;
        this.desk = desk;
        this.caller = caller;
    }

    /** Adds or replaces up to four pictures of a submission. */
    @PUT
    @NonBlocking
    public CompletionStage<Response> put(@Context HttpServerRequest request) {
        var call = new ImageSubmission(request, caller.get(), desk);
        return intake.take(request, call.client(), call);
    }
}
