package vestibule.media;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import vestibule.intake.Ids;
import vestibule.intake.SmallBodies;
import vestibule.intake.body.SmallJson;
import vestibule.validation.Refusal;

/** Companions are answered once their signature is right: over the body, or the id in the path. */
@Singleton
class SignedRequests {

    private final SmallBodies bodies;
    private final CurrentExchange current;
    private final MediaAnswers answers;

    SignedRequests(SmallBodies bodies, CurrentExchange current, MediaAnswers answers) {
        this.bodies = bodies;
        this.current = current;
        this.answers = answers;
    }

    /** The signature comes before the id: who cannot sign learns nothing about it. */
    Response byId(String id, Function<UUID, Response> answering) {
        var exchange = current.get();
        var unproved = exchange.unusable().or(() -> judge(exchange, id));
        return unproved.map(answers::refuse).orElseGet(() -> known(id, answering));
    }

    /** Also in lower case, which is how we answer ids. */
    private static Optional<MediaRefusal> judge(Exchange exchange, String id) {
        return exchange.proves(utf8(id)) || exchange.proves(utf8(id.toLowerCase(Locale.ROOT)))
                ? Optional.empty()
                : Optional.of(MediaRefusal.SIGNATURE_OF_ID_WRONG);
    }

    private static byte[] utf8(String id) {
        return id.getBytes(StandardCharsets.UTF_8);
    }

    /** Answers about the id in a path, if it is one. */
    Response known(String id, Function<UUID, Response> answering) {
        return Ids.read(id).map(answering).orElseGet(() -> answers.refuse(notAnId(id)));
    }

    /** What the id in a path means that is no UUID: one with a slash in it is no path of ours. */
    static Refusal notAnId(String id) {
        return id.contains("/") ? new Refusal.NotFound() : MediaRefusal.ID_INVALID;
    }

    /** Reads a small body whose signature counts only if it must. */
    CompletionStage<Response> byBody(
            HttpServerRequest request, boolean mustBeSigned, Function<byte[], Response> answering) {
        var exchange = current.get();
        return beforeBody(request, mustBeSigned ? exchange.unusable() : Optional.empty())
                .<CompletionStage<Response>>map(
                        refusal -> CompletableFuture.completedFuture(answers.refuse(refusal)))
                .orElseGet(
                        () ->
                                bodies.take(
                                        request,
                                        body ->
                                                exchange.proves(body) || !mustBeSigned
                                                        ? answering.apply(body)
                                                        : answers.refuse(
                                                                MediaRefusal
                                                                        .SIGNATURE_OF_BODY_WRONG)));
    }

    private static Optional<Refusal> beforeBody(
            HttpServerRequest request, Optional<MediaRefusal> unusable) {
        return unusable.<Refusal>map(refusal -> refusal)
                .or(() -> MediaTypes.screen(request.getHeader("Content-Type")));
    }

    /** Answers about the member {@code verification} of a body. */
    Response verification(byte[] body, Function<ObjectNode, Response> answering) {
        return SmallJson.object(body)
                .map(object -> verification(object.path("verification"), answering))
                .orElseGet(() -> answers.refuse(new Refusal.BodyMalformed()));
    }

    private Response verification(JsonNode sent, Function<ObjectNode, Response> answering) {
        if (sent instanceof ObjectNode verification) {
            return answering.apply(verification);
        }
        return answers.refuse(
                sent.isMissingNode() || sent.isNull()
                        ? MediaRefusal.PARAMETER_MISSING
                        : MediaRefusal.PARAMETER_INVALID);
    }
}
