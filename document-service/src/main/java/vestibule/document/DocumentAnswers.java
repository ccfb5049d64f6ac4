package vestibule.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import vestibule.document.DocumentWords.Detail;
import vestibule.intake.Answers;
import vestibule.intake.access.StoredAnswer;
import vestibule.validation.Refusal;
import vestibule.validation.Refusal.BodyTooLarge;
import vestibule.validation.Refusal.DigestMismatch;
import vestibule.validation.Refusal.Held;
import vestibule.validation.Refusal.IdempotencyKeyInUse;
import vestibule.validation.Refusal.IdempotencyKeyReused;
import vestibule.validation.Refusal.Internal;
import vestibule.validation.Refusal.MediaTypeUnsupported;
import vestibule.validation.Refusal.MethodNotAllowed;
import vestibule.validation.Refusal.NotFound;
import vestibule.validation.Refusal.RateLimited;
import vestibule.validation.Refusal.TooLarge;
import vestibule.validation.Refusal.Unauthorized;
import vestibule.validation.Refusal.Unavailable;

/** Every refusal in B2CORE's form: {@code {"error":{"code","message","details"}}}. */
@Singleton
class DocumentAnswers implements Answers {

    private static final int INVALID = 400;
    private static final int TOO_LARGE = 413;
    private static final String RETRY_AT_ONCE = "1";
    private static final String RETRY_SOON = "5";

    private final DocumentWords words;
    private final ObjectMapper json;

    DocumentAnswers(DocumentWords words, ObjectMapper json) {
        this.words = words;
        this.json = json;
    }

    /** The 201 of a new document. */
    StoredAnswer created(DocumentView document, String location) {
        return answer(Response.Status.CREATED, Map.of(HttpHeaders.LOCATION, location), document);
    }

    /** The 200 of an awaited document that has its bytes now. */
    StoredAnswer updated(DocumentView document) {
        return answer(Response.Status.OK, Map.of(), document);
    }

    private StoredAnswer answer(
            Response.Status status, Map<String, String> headers, DocumentView document) {
        try {
            return StoredAnswer.of(
                    status.getStatusCode(), headers, json.writeValueAsString(document));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    record Problem(int code, String message, List<Detail> details) {}

    record Answer(Problem error) {}

    @Override
    public Response refuse(List<? extends Refusal> refusals) {
        var told = withoutNeedlessDigest(refusals);
        var first = told.getFirst();
        var details = told.stream().map(words::detail).toList();
        var status = status(first);
        var message = message(status, details.getFirst());
        var answer =
                Response.status(status)
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(new Answer(new Problem(status, message, details)));
        switch (first) {
            case MethodNotAllowed(var allowed) ->
                    answer.header(HttpHeaders.ALLOW, String.join(", ", allowed));
            case Unavailable() -> answer.header(HttpHeaders.RETRY_AFTER, RETRY_SOON);
            case IdempotencyKeyInUse() -> answer.header(HttpHeaders.RETRY_AFTER, RETRY_AT_ONCE);
            default -> {}
        }
        return answer.build();
    }

    /** The digest is looked at after the fields: it is told only where they are in order. */
    private static List<? extends Refusal> withoutNeedlessDigest(List<? extends Refusal> refusals) {
        var others =
                refusals.stream().filter(Predicate.not(DigestMismatch.class::isInstance)).toList();
        return others.isEmpty() ? refusals : others;
    }

    private static int status(Refusal refusal) {
        return switch (refusal) {
            case Unauthorized() -> 401;
            case NotFound() -> 404;
            case MethodNotAllowed(_) -> 405;
            case Held(), IdempotencyKeyInUse() -> 409;
            case DocumentRefusal.CONTENT_PRESENT -> 409;
            case BodyTooLarge(_), TooLarge(_) -> TOO_LARGE;
            case MediaTypeUnsupported() -> 415;
            case IdempotencyKeyReused() -> 422;
            case RateLimited(_) -> 429;
            case Internal() -> 500;
            case Unavailable() -> 503;
            case Refusal.OfRequest _, Refusal.OfField _, Refusal.OfDocument _, Refusal.OfVendor _ ->
                    INVALID;
        };
    }

    /** Only these two are told in general before they are told in detail. */
    private static String message(int status, Detail first) {
        return switch (status) {
            case INVALID -> "The given data was invalid.";
            case TOO_LARGE -> "The request is too large.";
            default -> first.issue();
        };
    }
}
