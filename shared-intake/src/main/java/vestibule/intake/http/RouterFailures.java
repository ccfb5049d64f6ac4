package vestibule.intake.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import vestibule.intake.Answers;
import vestibule.validation.Refusal;

/** Says in the vendor's words what fails before or beside Quarkus REST, in Vert.x itself. */
@Singleton
class RouterFailures {

    private static final Logger LOG = Logger.getLogger(RouterFailures.class);
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private final Answers answers;
    private final ObjectMapper json;

    RouterFailures(Answers answers, ObjectMapper json) {
        this.answers = answers;
        this.json = json;
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::answer);
        // A path with a broken escape fails before any route is looked at.
        router.errorHandler(BAD_REQUEST, this::answer);
        router.errorHandler(NOT_FOUND, this::answer);
    }

    private void answer(RoutingContext context) {
        if (context.response().headWritten()) {
            context.response().reset();
            return;
        }
        send(answers.refuse(refusal(context)), context);
    }

    private static Refusal refusal(RoutingContext context) {
        return switch (context.statusCode()) {
            case BAD_REQUEST, NOT_FOUND -> new Refusal.NotFound();
            default -> {
                LOG.error("request failed unexpectedly", context.failure());
                yield new Refusal.Internal();
            }
        };
    }

    private void send(Response answer, RoutingContext context) {
        var response = context.response().setStatusCode(answer.getStatus());
        answer.getStringHeaders().forEach(response::putHeader);
        response.end(body(answer));
    }

    private Buffer body(Response answer) {
        try {
            return switch (answer.getEntity()) {
                case null -> Buffer.buffer();
                case byte[] bytes -> Buffer.buffer(bytes);
                case String text -> Buffer.buffer(text);
                case Object other -> Buffer.buffer(json.writeValueAsBytes(other));
            };
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("answers are JSON", e);
        }
    }
}
