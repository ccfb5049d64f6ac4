package vestibule.intake.probe;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import vestibule.intake.Answers;
import vestibule.validation.Refusal;

/** Says the refusal's own name. */
@Singleton
class ProbeAnswers implements Answers {

    @Override
    public Response refuse(List<? extends Refusal> refusals) {
        var refusal = refusals.getFirst();
        var answer =
                Response.status(status(refusal))
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(Map.of("error", refusal.getClass().getSimpleName()));
        if (refusal instanceof Refusal.MethodNotAllowed(var allowed)) {
            answer.header(HttpHeaders.ALLOW, String.join(", ", allowed));
        }
        return answer.build();
    }

    private static int status(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotFound _ -> 404;
            case Refusal.MethodNotAllowed _ -> 405;
            case Refusal.Unauthorized _ -> 401;
            case Refusal.RateLimited _ -> 429;
            case Refusal.MediaTypeUnsupported _ -> 415;
            case Refusal.Unavailable _ -> 503;
            case Refusal.Internal _ -> 500;
            default -> 422;
        };
    }
}
