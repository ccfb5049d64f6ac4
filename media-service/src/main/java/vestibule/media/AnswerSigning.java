package vestibule.media;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import vestibule.intake.Answers;
import vestibule.intake.Ids;

/**
 * Signs every answer to a known integration over the bytes that are sent; a 401 only echoes the
 * key. What has no path of ours has no client either.
 */
@Singleton
class AnswerSigning {

    private static final int AFTER_ACCESS = Priorities.AUTHENTICATION + 1;
    private static final byte[] NOTHING = {};

    private final CurrentExchange current;
    private final Provider<Exchanges> exchanges;
    private final Provider<Answers> answers;

    /** Filters are made before the settings are known, so nothing here may need them yet. */
    AnswerSigning(
            CurrentExchange current, Provider<Exchanges> exchanges, Provider<Answers> answers) {
        this.current = current;
        this.exchanges = exchanges;
        this.answers = answers;
    }

    @ServerRequestFilter(priority = AFTER_ACCESS, nonBlocking = true)
    public Optional<Response> begin(HttpServerRequest request) {
        var exchange = exchanges.get().open(request);
        exchange.ifPresent(current::set);
        return exchange.isPresent()
                ? Optional.empty()
                // access.yaml has changed since the check a moment ago.
                : Optional.of(answers.get().refuse(MediaRefusal.KEY_UNKNOWN));
    }

    @ServerResponseFilter
    public void sign(ContainerResponseContext answer, HttpServerRequest request) {
        if (answer.getStatus() == Response.Status.UNAUTHORIZED.getStatusCode()) {
            Optional.ofNullable(request.getHeader(ApiKeys.HEADER))
                    .filter(sent -> Ids.read(sent).isPresent())
                    .ifPresent(sent -> answer.getHeaders().putSingle(ApiKeys.HEADER, sent));
        } else if (!answer.getHeaders().containsKey(Signature.HEADER)) {
            exchange(answer, request).ifPresent(exchange -> sign(answer, exchange));
        }
    }

    /** What was answered before any resource was reached has its exchange opened only now. */
    private Optional<Exchange> exchange(
            ContainerResponseContext answer, HttpServerRequest request) {
        return answer.getStatus() == Response.Status.NOT_FOUND.getStatusCode()
                ? current.find()
                : current.find().or(() -> exchanges.get().open(request));
    }

    private static void sign(ContainerResponseContext answer, Exchange exchange) {
        var bytes = answer.getEntity() instanceof byte[] body ? body : NOTHING;
        exchange.sign(bytes)
                .ifPresent(
                        signature -> {
                            answer.getHeaders().putSingle(ApiKeys.HEADER, exchange.apiKey());
                            answer.getHeaders().putSingle(Signature.HEADER, signature);
                        });
    }
}
