package vestibule.ddq;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.RestPath;
import vestibule.intake.SmallBodies;
import vestibule.intake.access.CurrentCaller;
import vestibule.intake.body.SmallJson;
import vestibule.intake.http.AskedUrl;

/** The end users that documents are uploaded for. */
@Path("/v1/enterprise")
@Produces(MediaType.APPLICATION_JSON)
public class AccountResource {

    private static final int USUAL_LIMIT = 1000;

    private final SmallBodies bodies;
    private final Accounts accounts;
    private final Closings closings;
    private final DdqAnswers answers;
    private final CurrentCaller caller;

    AccountResource(
            SmallBodies bodies,
            Accounts accounts,
            Closings closings,
            DdqAnswers answers,
            CurrentCaller caller) {
        this.bodies = bodies;
        this.accounts = accounts;
        this.closings = closings;
        this.answers = answers;
        this.caller = caller;
    }

    /** Registers a user. */
    @POST
    @Path("/register-account")
    @NonBlocking
    public CompletionStage<Response> register(@Context HttpServerRequest request) {
        var tenant = tenant();
        return bodies.take(
                request,
                bytes ->
                        SmallJson.object(bytes)
                                .map(json -> register(tenant, new NewAccount(json)))
                                .orElseGet(() -> answers.refuse(new DdqRefusal.JsonInvalid())));
    }

    private Response register(String tenant, NewAccount account) {
        return account.fault()
                .or(() -> accounts.register(tenant, account))
                .map(answers::refuse)
                .orElseGet(() -> Replies.created(AccountView.of(account)));
    }

    /** Lists the client's users in the order of registration. */
    @GET
    @Path("/users")
    public Response list(@Context HttpServerRequest request) {
        var query = AskedUrl.query(request);
        return Paging.faultOf(query)
                .map(answers::refuse)
                .orElseGet(() -> list(query, Paging.of(query, USUAL_LIMIT)));
    }

    private Response list(MultiMap query, Paging paging) {
        var role = Optional.ofNullable(query.get("accountRole"));
        var users =
                role.isEmpty() || NewAccount.ROLES.contains(role.get())
                        ? accounts.list(tenant(), role, paging)
                        : List.<Account>of();
        return Replies.data(users.stream().map(AccountView::of).toList());
    }

    @GET
    @Path("/users/{user_id}")
    public Response get(@RestPath("user_id") String userId) {
        return accounts.find(tenant(), userId)
                .map(account -> Replies.data(AccountView.of(account)))
                .orElseGet(() -> answers.refuse(new DdqRefusal.UserUnknown()));
    }

    /** Closes the user's account, with or without the documents, as configured. */
    @DELETE
    @Path("/account/{user_id}")
    public Response delete(@RestPath("user_id") String userId) {
        return closings.close(tenant(), userId)
                .map(answers::refuse)
                .orElseGet(() -> Replies.ok(new DdqAnswers.Message("Account deleted")));
    }

    private String tenant() {
        return caller.get().tenant();
    }
}
