package vestibule.image;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;
import vestibule.intake.Answers;
import vestibule.intake.Caller;
import vestibule.intake.Failures;
import vestibule.intake.SmallBodies;
import vestibule.intake.access.CurrentCaller;
import vestibule.intake.body.SmallJson;
import vestibule.validation.Refusal;

/** Takes over submissions that were made elsewhere. */
@Path("/v3/submission/migration")
@Produces(MediaType.APPLICATION_JSON)
public class MigrationResource {

    private static final Logger LOG = Logger.getLogger(MigrationResource.class);

    private final SmallBodies bodies;
    private final Migrations migrations;
    private final Answers answers;
    private final CurrentCaller current;

    MigrationResource(
            SmallBodies bodies, Migrations migrations, Answers answers, CurrentCaller current) {
        this.bodies = bodies;
        this.migrations = migrations;
        this.answers = answers;
        this.current = current;
    }

    /** Makes a submission and answers its id. */
    @POST
    @NonBlocking
    public CompletionStage<Response> migrate(@Context HttpServerRequest request) {
        var caller = current.get();
        return bodies.take(request, body -> migrate(caller, body))
                .exceptionally(this::failed)
                // A completed stage's like cannot be cancelled, which Quarkus does when a client
                // goes.
                .toCompletableFuture();
    }

    private Response migrate(Caller caller, byte[] body) {
        return SmallJson.object(body)
                .map(Migration::new)
                .map(migration -> migrate(caller, migration))
                .orElseGet(() -> answers.refuse(ImageRule.MIGRATION_UNREADABLE));
    }

    private Response migrate(Caller caller, Migration migration) {
        return migrations
                .judge(caller, migration)
                .map(answers::refuse)
                .orElseGet(
                        () -> {
                            var id = migrations.add(caller, migration);
                            return Response.ok(
                                            Map.of("submissionId", id),
                                            MediaType.APPLICATION_JSON_TYPE)
                                    .build();
                        });
    }

    /** An outage or a bug: the client is told in this operation's own words. */
    private Response failed(Throwable failure) {
        if (Failures.refusalFor(failure) instanceof Refusal.Unavailable) {
            LOG.warn("migration failed: " + Failures.root(failure));
        } else {
            LOG.error("migration failed unexpectedly", failure);
        }
        return answers.refuse(ImageRule.MIGRATION_FAILED);
    }
}
