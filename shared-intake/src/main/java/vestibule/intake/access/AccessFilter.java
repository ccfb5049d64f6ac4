package vestibule.intake.access;

import io.quarkus.arc.ClientProxy;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import vestibule.intake.Answers;
import vestibule.intake.access.Admission.Decision;
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

    /** Nothing means: go on at once. */
    @Priority(Priorities.AUTHENTICATION)
    @ServerRequestFilter(nonBlocking = true)
    public @Nullable Uni<Response> admit(HttpServerRequest request) {
        var decision = admission.decide(request.headers()).toCompletableFuture();
        if (decision.isDone()) {
            return apply(decision.join(), request, current)
                    .map(refused -> Uni.createFrom().item(refused))
                    .orElse(null);
        }
        var eventLoop = Vertx.currentContext();
        // A request that waits has no scope: its caller is set past the proxy.
        var waiting = ClientProxy.unwrap(current);
        return Uni.createFrom()
                .completionStage(decision)
                .emitOn(task -> eventLoop.runOnContext(_ -> task.run()))
                .map(made -> apply(made, request, waiting).orElse(null));
    }

    private Optional<Response> apply(
            Decision decision, HttpServerRequest request, CurrentCaller caller) {
        // On the response itself, so that whatever answers later carries them.
        request.response().headers().addAll(decision.headers());
        return switch (decision) {
            case Rejected(var refusal, var _) -> Optional.of(answers.get().refuse(refusal));
            case Admitted(var known, var _) -> {
                caller.set(known);
                yield Optional.empty();
            }
        };
    }
}
