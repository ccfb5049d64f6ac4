package vestibule.intake.access;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import vestibule.intake.Answers;
import vestibule.intake.access.Admission.Decision.Admitted;
import vestibule.intake.access.Admission.Decision.Rejected;

/** Stands before every resource method, before any byte of the body is read. */
@Singleton
class AccessFilter {

    private final Admission admission;
    private final CurrentCaller current;
    private final Provider<Answers> answers;

    /** Filters are made before the settings are known, so nothing here may need them yet. */
    AccessFilter(Admission admission, CurrentCaller current, Provider<Answers> answers) {
        this.admission = admission;
        this.current = current;
        this.answers = answers;
    }

    @Priority(Priorities.AUTHENTICATION)
    @ServerRequestFilter(nonBlocking = true)
    public Optional<Response> admit(HttpServerRequest request) {
        var decision = admission.decide(request.headers());
        // On the response itself, so that whatever answers later carries them.
        request.response().headers().addAll(decision.headers());
        return switch (decision) {
            case Rejected(var refusal, var _) -> Optional.of(answers.get().refuse(refusal));
            case Admitted(var caller, var _) -> {
                current.set(caller);
                yield Optional.empty();
            }
        };
    }
}
