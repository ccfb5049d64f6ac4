package vestibule.media;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.util.List;
import vestibule.intake.Answers;
import vestibule.validation.Refusal;
import vestibule.validation.Refusal.BodyMalformed;
import vestibule.validation.Refusal.BodyTooLarge;
import vestibule.validation.Refusal.Held;
import vestibule.validation.Refusal.IdempotencyKeyInUse;
import vestibule.validation.Refusal.IdempotencyKeyInvalid;
import vestibule.validation.Refusal.IdempotencyKeyReused;
import vestibule.validation.Refusal.Infected;
import vestibule.validation.Refusal.Internal;
import vestibule.validation.Refusal.MediaTypeUnsupported;
import vestibule.validation.Refusal.MethodNotAllowed;
import vestibule.validation.Refusal.NotFound;
import vestibule.validation.Refusal.QueryInvalid;
import vestibule.validation.Refusal.RateLimited;
import vestibule.validation.Refusal.Unauthorized;
import vestibule.validation.Refusal.Unavailable;

/**
 * Every refusal in Veriff's words: {@code {"status":"fail","code","message"}}, of several the first
 * one. Answers are bytes, so that {@link AnswerSigning} signs what is sent.
 */
@Singleton
class MediaAnswers implements Answers {

    private static final String RETRY_SOON = "5";
    private static final String RETRY_AT_ONCE = "1";

    private final ErrorCodes codes;
    private final ObjectMapper json;

    MediaAnswers(MediaConfig config, ObjectMapper json) {
        this.codes = config.errorCodes();
        this.json = json;
    }

    Response answer(Response.Status status, Object body) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(bytes(body))
                .build();
    }

    byte[] bytes(Object body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public Response refuse(List<? extends Refusal> refusals) {
        var refusal = refusals.getFirst();
        var answer =
                Response.status(status(refusal))
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(bytes(problem(refusal)));
        switch (refusal) {
            case MethodNotAllowed(var allowed) ->
                    answer.header(HttpHeaders.ALLOW, String.join(", ", allowed));
            case Unavailable() -> answer.header(HttpHeaders.RETRY_AFTER, RETRY_SOON);
            case IdempotencyKeyInUse() -> answer.header(HttpHeaders.RETRY_AFTER, RETRY_AT_ONCE);
            case MediaRefusal.TOO_MANY_DELETES ->
                    answer.header(HttpHeaders.RETRY_AFTER, RETRY_AT_ONCE);
            default -> {}
        }
        return answer.build();
    }

    private static int status(Refusal refusal) {
        return switch (refusal) {
            case MediaRefusal own -> own.status();
            case Unauthorized() -> 401;
            case NotFound() -> 404;
            case MethodNotAllowed(var allowed) -> 405;
            case Held(), IdempotencyKeyInUse() -> 409;
            case BodyTooLarge(var cap) -> 413;
            case MediaTypeUnsupported() -> 415;
            case IdempotencyKeyReused() -> 422;
            case RateLimited(var after) -> 429;
            case Internal(), Unavailable() -> 500;
            case Refusal.OfVendor foreign -> throw foreign(foreign);
            case Refusal.OfRequest other -> 400;
            case Refusal.OfField field -> 400;
            case Refusal.OfDocument document -> 400;
        };
    }

    private Problem problem(Refusal refusal) {
        return switch (refusal) {
            case MediaRefusal own -> codes.of(own);
            case Unauthorized() -> codes.of(MediaRefusal.KEY_MISSING);
            case NotFound() -> Problem.unnamed("Resource not found");
            case MethodNotAllowed(var allowed) -> Problem.unnamed("Method not allowed");
            case Held() -> MediaRefusal.STATUS_CONFLICTS.problem();
            case IdempotencyKeyInUse() ->
                    Problem.unnamed("A request with this Idempotency-Key is in progress");
            case IdempotencyKeyReused() ->
                    Problem.unnamed("Idempotency-Key was used with different content");
            case IdempotencyKeyInvalid(), QueryInvalid(_) ->
                    MediaRefusal.PARAMETER_INVALID.problem();
            case BodyTooLarge(var cap) -> Problem.unnamed("Request entity too large");
            case MediaTypeUnsupported() -> Problem.unnamed("Unsupported media type");
            case RateLimited(var after) -> Problem.unnamed("Too many requests");
            case Internal(), Unavailable() -> Problem.unnamed("Something went wrong");
            case Infected() -> Problem.unnamed("File was rejected by the content scanner");
            case BodyMalformed() -> codes.invalid();
            case Refusal.OfDocument document -> codes.invalid();
            case Refusal.OfField field -> MediaRefusal.PARAMETER_INVALID.problem();
            case Refusal.OfVendor foreign -> throw foreign(foreign);
        };
    }

    private static IllegalStateException foreign(Refusal.OfVendor refusal) {
        return new IllegalStateException("no rule of this service: " + refusal.reason());
    }
}
