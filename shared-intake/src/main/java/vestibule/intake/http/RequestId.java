package vestibule.intake.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * What a request is called in its answer and in the log: the client's own {@code X-Request-Id} when
 * it is 1 to 64 of {@code A-Z a-z 0-9 . _ -}, else a fresh UUID.
 */
public record RequestId(String value) {

    public static final String HEADER = "X-Request-Id";

    /** The key in the log's context. */
    static final String LOG_KEY = "requestId";

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    static RequestId from(@Nullable String sent) {
        return new RequestId(
                sent != null && HARMLESS.matcher(sent).matches()
                        ? sent
                        : UUID.randomUUID().toString());
    }

    /** The id that {@link RequestIds} gave this request: it stands on its answer. */
    public static RequestId of(HttpServerRequest request) {
        return from(request.response().headers().get(HEADER));
    }

    /** Has the log say this id for what happens meanwhile, on whatever thread. */
    public void during(Runnable work) {
        var before = MDC.get(LOG_KEY);
        MDC.put(LOG_KEY, value);
        try {
            work.run();
        } finally {
            if (before == null) {
                MDC.remove(LOG_KEY);
            }
        }
    }

    void attachTo(RoutingContext request) {
        request.response().putHeader(HEADER, value);
    }
}
