package vestibule.media;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestPath;
import vestibule.validation.Refusal;

/** The sessions that media belong to. */
@Path("/v1/sessions")
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {

    private final Sessions sessions;
    private final Erasures erasures;
    private final SignedRequests requests;
    private final CurrentExchange current;
    private final MediaAnswers answers;

    SessionResource(
            Sessions sessions,
            Erasures erasures,
            SignedRequests requests,
            CurrentExchange current,
            MediaAnswers answers) {
        this.sessions = sessions;
        this.erasures = erasures;
        this.requests = requests;
        this.current = current;
        this.answers = answers;
    }

    /** Creates a session, as the vendor does also without a signature. */
    @POST
    @NonBlocking
    public CompletionStage<Response> create(@Context HttpServerRequest request) {
        var exchange = current.get();
        return requests.byBody(
                request,
                exchange.integration().signsCreate(),
                body -> requests.verification(body, wanted -> create(exchange, wanted)));
    }

    private Response create(Exchange exchange, ObjectNode verification) {
        var wanted = NewSession.of(verification);
        return wanted.judge()
                .map(answers::refuse)
                .orElseGet(
                        () ->
                                answers.answer(
                                        Response.Status.CREATED,
                                        SessionView.Answered.of(
                                                sessions.open(
                                                        exchange.caller(), wanted.vendorDataText()),
                                                exchange.url())));
    }

    @GET
    @Path("/{id}")
    public Response get(@RestPath String id) {
        var exchange = current.get();
        return requests.byId(
                id,
                known ->
                        sessions.find(exchange.caller(), known)
                                .map(found -> SessionView.Answered.of(found, exchange.url()))
                                .map(view -> answers.answer(Response.Status.OK, view))
                                .orElseGet(() -> answers.refuse(new Refusal.NotFound())));
    }

    /** Hands a session in, or cancels it. */
    @PATCH
    @Path("/{id}")
    @NonBlocking
    public CompletionStage<Response> change(
            @RestPath String id, @Context HttpServerRequest request) {
        var exchange = current.get();
        return requests.byBody(
                request, true, body -> requests.known(id, known -> change(exchange, known, body)));
    }

    private Response change(Exchange exchange, UUID id, byte[] body) {
        if (sessions.find(exchange.caller(), id).isEmpty()) {
            return answers.refuse(new Refusal.NotFound());
        }
        return requests.verification(
                body,
                verification ->
                        status(
                                verification.path("status"),
                                exchange.integration(),
                                next ->
                                        answer(
                                                sessions.change(exchange.caller(), id, next),
                                                done ->
                                                        SessionView.Answered.of(
                                                                done, exchange.url()))));
    }

    private Response status(
            JsonNode sent, Integration integration, Function<SessionStatus, Response> changing) {
        if (sent.isMissingNode() || sent.isNull()) {
            return answers.refuse(MediaRefusal.PARAMETER_MISSING);
        }
        if (!sent.isTextual()) {
            return answers.refuse(MediaRefusal.PARAMETER_INVALID);
        }
        return wanted(sent.asText(), integration)
                .map(changing)
                .orElseGet(() -> answers.refuse(MediaRefusal.STATUS_UNKNOWN));
    }

    private static Optional<SessionStatus> wanted(String word, Integration integration) {
        return switch (word) {
            case "submitted" -> Optional.of(SessionStatus.SUBMITTED);
            case "canceled" ->
                    Optional.of(SessionStatus.CANCELED).filter(_ -> integration.cancels());
            default -> Optional.empty();
        };
    }

    /** Erases the session and all its media. */
    @DELETE
    @Path("/{id}")
    public Response erase(@RestPath String id) {
        return requests.byId(
                id,
                known ->
                        answer(
                                erasures.erase(current.get().caller(), known),
                                SessionView.Answered::erased));
    }

    private Response answer(Change change, Function<SessionRecord, Object> view) {
        return switch (change) {
            case Change.Done(var session) ->
                    answers.answer(Response.Status.OK, view.apply(session));
            case Change.Refused(var why) -> answers.refuse(why);
        };
    }
}
