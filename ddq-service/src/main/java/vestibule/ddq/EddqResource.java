package vestibule.ddq;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
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
import vestibule.intake.SmallBodies;
import vestibule.intake.access.CurrentCaller;
import vestibule.intake.body.SmallJson;
import vestibule.intake.http.AskedUrl;

/** The forms that end users are asked to submit. */
@Path("/v1/enterprise/eddq/requests")
@Produces(MediaType.APPLICATION_JSON)
public class EddqResource {

    private final SmallBodies bodies;
    private final Accounts accounts;
    private final EddqRequests requests;
    private final DdqAnswers answers;
    private final CurrentCaller caller;

    EddqResource(
            SmallBodies bodies,
            Accounts accounts,
            EddqRequests requests,
            DdqAnswers answers,
            CurrentCaller caller) {
        this.bodies = bodies;
        this.accounts = accounts;
        this.requests = requests;
        this.answers = answers;
        this.caller = caller;
    }

    /** Asks a user for a form, as the vendor's operator would. */
    @POST
    @NonBlocking
    public CompletionStage<Response> open(@Context HttpServerRequest request) {
        var tenant = caller.get().tenant();
        return bodies.take(
                request,
                bytes ->
                        SmallJson.object(bytes)
                                .map(json -> open(tenant, new NewEddqRequest(json)))
                                .orElseGet(() -> answers.refuse(new DdqRefusal.JsonInvalid())));
    }

    private Response open(String tenant, NewEddqRequest wanted) {
        if (accounts.find(tenant, wanted.userId()).isEmpty()) {
            return unknown();
        }
        return wanted.fault()
                .map(answers::refuse)
                .orElseGet(
                        () ->
                                requests.open(tenant, wanted)
                                        .map(opened -> Replies.created(EddqView.of(opened)))
                                        .orElseGet(this::unknown));
    }

    /** Lists the requests to all users of the client, or to one. */
    @GET
    public Response list(@Context HttpServerRequest request) {
        var tenant = caller.get().tenant();
        var userIds = AskedUrl.query(request).getAll("user_id");
        if (userIds.isEmpty()) {
            return list(requests.list(tenant, Optional.empty()));
        }
        return accounts.find(tenant, userIds.getFirst())
                .filter(account -> userIds.size() == 1)
                .map(account -> list(requests.list(tenant, Optional.of(account))))
                .orElseGet(this::unknown);
    }

    private static Response list(List<EddqRequest> found) {
        return Replies.data(found.stream().map(EddqView::of).toList());
    }

    private Response unknown() {
        return answers.refuse(new DdqRefusal.UserUnknown());
    }
}
