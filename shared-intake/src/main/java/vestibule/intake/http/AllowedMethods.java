package vestibule.intake.http;

import jakarta.ws.rs.HttpMethod;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;

/**
 * What {@code Allow} must say for a path (RFC 9110, 10.2.1): Quarkus REST answers 405 without it,
 * so this asks its own routing tables for every method that would have matched.
 */
final class AllowedMethods {

    private AllowedMethods() {}

    static SortedSet<String> at(ResteasyReactiveRequestContext request) {
        var allowed = new TreeSet<String>();
        var classes = new RequestMapper<>(request.getDeployment().getClassMappers());
        var path = request.getPathWithoutPrefix();
        for (var match = classes.map(path);
                match != null;
                match = classes.continueMatching(path, match)) {
            collect(match, allowed);
        }
        if (allowed.contains(HttpMethod.GET)) {
            allowed.add(HttpMethod.HEAD);
        }
        return allowed;
    }

    private static void collect(
            RequestMapper.RequestMatch<InitialMatch> match, SortedSet<String> allowed) {
        var remaining = match.remaining.isEmpty() ? "/" : match.remaining;
        for (var handler : match.value.handlers) {
            if (handler instanceof ClassRoutingHandler methods) {
                methods.getMappers()
                        .forEach(
                                (method, paths) -> {
                                    if (method != null && paths.map(remaining) != null) {
                                        allowed.add(method);
                                    }
                                });
            }
        }
    }
}
