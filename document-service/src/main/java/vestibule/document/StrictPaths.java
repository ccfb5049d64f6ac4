package vestibule.document;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import vestibule.intake.Answers;
import vestibule.validation.Refusal;

/** A path with an empty segment is none of ours, though the router would pass over the segment. */
@Singleton
class StrictPaths {

    private final Provider<Answers> answers;

    /** Filters are made before the settings are known, so nothing here may need them yet. */
    StrictPaths(Provider<Answers> answers) {
        this.answers = answers;
    }

    @ServerRequestFilter(preMatching = true, nonBlocking = true)
    public Optional<Response> refuseEmptySegments(HttpServerRequest request) {
        return request.path().contains("//")
                ? Optional.of(answers.get().refuse(new Refusal.NotFound()))
                : Optional.empty();
    }
}
