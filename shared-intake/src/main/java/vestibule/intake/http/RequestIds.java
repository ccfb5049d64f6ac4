package vestibule.intake.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.MDC;

/** Names every request before anything else looks at it, so that whatever answers says the name. */
@Singleton
class RequestIds {

    private static final int FIRST = 1000;

    void register(@Observes Filters filters) {
        filters.register(RequestIds::name, FIRST);
    }

    private static void name(RoutingContext request) {
        var id = RequestId.from(request.request().getHeader(RequestId.HEADER));
        id.attachTo(request);
        MDC.put(RequestId.LOG_KEY, id.value());
        request.next();
    }
}
