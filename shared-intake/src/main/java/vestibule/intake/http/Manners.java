package vestibule.intake.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Takes away four courtesies of Quarkus REST that no contract has. */
@Singleton
class Manners {

    private static final int AFTER_REQUEST_IDS = 900;

    void register(@Observes Filters filters) {
        filters.register(Manners::ignoreAccept, AFTER_REQUEST_IDS);
        filters.register(Manners::refuseStrangePaths, AFTER_REQUEST_IDS);
    }

    /** Every answer has one representation: an {@code Accept} is no reason for 406. */
    private static void ignoreAccept(RoutingContext request) {
        request.request().headers().remove(HttpHeaders.ACCEPT);
        request.next();
    }

    /**
     * {@code //Image} is another path than {@code /Image}, also to whoever stands in front, and
     * {@code documents/1;x=1} is not document 1: no contract has matrix parameters.
     */
    private static void refuseStrangePaths(RoutingContext request) {
        var path = request.request().path();
        if (path.contains("//") || path.contains(";")) {
            request.fail(Response.Status.NOT_FOUND.getStatusCode());
        } else {
            request.next();
        }
    }

    /**
     * OPTIONS is answered as TRACE, which no resource has: the path decides between 404 and 405.
     */
    @ServerRequestFilter(preMatching = true, nonBlocking = true)
    public void refuseOptions(ContainerRequestContext request) {
        if (request.getMethod().equals(HttpMethod.OPTIONS)) {
            request.setMethod("TRACE");
        }
    }
}
