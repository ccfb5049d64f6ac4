package vestibule.intake.http;

import io.vertx.core.http.HttpClosedException;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import vestibule.intake.Answers;
import vestibule.intake.Failures;
import vestibule.validation.Refusal;

/**
 * Says in the vendor's words what Quarkus REST refuses, and what nobody expected. The client never
 * sees an exception's text; the log has it under the request id.
 */
@Singleton
class FrameworkRefusals {

    private static final Logger LOG = Logger.getLogger(FrameworkRefusals.class);
    private static final int SERVER_FAULTS = 500;

    private final Provider<Answers> answers;

    /** Mappers are made before the settings are known; the answers may need them. */
    FrameworkRefusals(Provider<Answers> answers) {
        this.answers = answers;
    }

    @ServerExceptionMapper
    public Response notFound(NotFoundException refused) {
        return answers.get().refuse(new Refusal.NotFound());
    }

    @ServerExceptionMapper
    public Response methodNotAllowed(NotAllowedException refused) {
        var allowed = AllowedMethods.at(CurrentRequestManager.get());
        return answers.get().refuse(new Refusal.MethodNotAllowed(allowed));
    }

    @ServerExceptionMapper
    public Response mediaTypeUnsupported(NotSupportedException refused) {
        return answers.get().refuse(new Refusal.MediaTypeUnsupported());
    }

    /** A refusal of the framework without a name of its own, or an answer that our code threw. */
    @ServerExceptionMapper
    public Response other(WebApplicationException refused) {
        if (refused.getResponse().hasEntity()) {
            return refused.getResponse();
        }
        return refused.getResponse().getStatus() < SERVER_FAULTS
                ? answers.get().refuse(new Refusal.BodyMalformed())
                : unexpected(refused);
    }

    /** An outage is told in one line; what nobody expected with its whole story. */
    @ServerExceptionMapper
    public Response unexpected(Throwable failure) {
        var refusal = Failures.refusalFor(failure);
        if (refusal instanceof Refusal.Unavailable) {
            LOG.warn("request failed: " + Failures.root(failure));
        } else if (clientLeft(failure)) {
            LOG.info("the client left before the end of its answer");
        } else {
            LOG.error("request failed unexpectedly", failure);
        }
        return answers.get().refuse(refusal);
    }

    /** Whoever stops a download ends its connection under our hands: nobody's fault here. */
    private static boolean clientLeft(Throwable failure) {
        var response = CurrentRequestManager.get().serverResponse();
        return (response.headWritten() || response.closed())
                && isOfConnection(Failures.root(failure));
    }

    private static boolean isOfConnection(Throwable root) {
        return root instanceof IOException || root instanceof HttpClosedException;
    }
}
