package vestibule.ddq;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.RestPath;
import vestibule.intake.Commits;
import vestibule.intake.Intake;
import vestibule.intake.SmallBodies;
import vestibule.intake.access.CurrentCaller;
import vestibule.intake.ledger.Register;

/**
 * The service with the two settings that are not the default, beside the one under test: a second
 * start of everything would take longer than all tests of it.
 */
@Path("/otherwise")
public class OtherwiseSet {

    static final String PATH = "/otherwise";

    private static final DdqConfig CONFIG =
            new SmallRyeConfigBuilder()
                    .withSources(
                            new PropertiesConfigSource(
                                    Map.of(
                                            "vestibule.ddq.ddq-id", "strict",
                                            "vestibule.ddq.delete-account", "erase"),
                                    "test",
                                    100))
                    .withMapping(DdqConfig.class)
                    .build()
                    .getConfigMapping(DdqConfig.class);

    @Inject Intake intake;
    @Inject SmallBodies bodies;
    @Inject FileRules each;
    @Inject Standings standings;
    @Inject EddqRequests requests;
    @Inject Register register;
    @Inject Accounts accounts;
    @Inject DdqLedger ledger;
    @Inject Erasure erasure;
    @Inject Commits commits;
    @Inject DdqAnswers answers;
    @Inject CurrentCaller caller;
    @Inject Clock clock;

    @POST
    @Path("/upload")
    @Consumes(MediaType.WILDCARD)
    @NonBlocking
    public CompletionStage<Response> upload(@Context HttpServerRequest request) {
        return uploads().upload(request);
    }

    @GET
    @Path("/documents")
    public Response documents(@Context HttpServerRequest request) {
        return uploads().documents(request);
    }

    @DELETE
    @Path("/account/{user_id}")
    public Response delete(@RestPath("user_id") String userId) {
        var closings = new Closings(CONFIG, accounts, erasure, commits, clock);
        return new AccountResource(bodies, accounts, closings, answers, caller).delete(userId);
    }

    private DdqResource uploads() {
        var filing = new Filing(CONFIG, answers, requests, register, clock);
        var desk = new DdqDesk(CONFIG, new DdqRules(CONFIG, each), standings, filing, clock);
        var cabinet = new DdqCabinet(CONFIG, accounts, ledger);
        return new DdqResource(intake, desk, cabinet, answers, caller);
    }
}
