package vestibule.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import vestibule.intake.Answers;
import vestibule.intake.access.StoredAnswer;
import vestibule.validation.Refusal;
import vestibule.validation.Refusal.BodyMalformed;
import vestibule.validation.Refusal.BodyTooLarge;
import vestibule.validation.Refusal.Damaged;
import vestibule.validation.Refusal.DigestMismatch;
import vestibule.validation.Refusal.DimensionsTooLarge;
import vestibule.validation.Refusal.FieldInvalid;
import vestibule.validation.Refusal.FieldMissing;
import vestibule.validation.Refusal.FieldRepeated;
import vestibule.validation.Refusal.Held;
import vestibule.validation.Refusal.IdempotencyKeyInUse;
import vestibule.validation.Refusal.IdempotencyKeyInvalid;
import vestibule.validation.Refusal.IdempotencyKeyReused;
import vestibule.validation.Refusal.Infected;
import vestibule.validation.Refusal.Internal;
import vestibule.validation.Refusal.MediaTypeUnsupported;
import vestibule.validation.Refusal.MethodNotAllowed;
import vestibule.validation.Refusal.NameInvalid;
import vestibule.validation.Refusal.NameTooLong;
import vestibule.validation.Refusal.NameTooShort;
import vestibule.validation.Refusal.NotFound;
import vestibule.validation.Refusal.QueryInvalid;
import vestibule.validation.Refusal.RateLimited;
import vestibule.validation.Refusal.TooLarge;
import vestibule.validation.Refusal.TooSmall;
import vestibule.validation.Refusal.TypeContradicted;
import vestibule.validation.Refusal.TypeNotAllowed;
import vestibule.validation.Refusal.Unauthorized;
import vestibule.validation.Refusal.Unavailable;

/** Every refusal in Bitpanda's words: {@code {"errors":[{"code","title"}]}}. */
@Singleton
class FileAnswers implements Answers {

    private static final int UNPROCESSABLE = 422;
    private static final String RETRY_SOON = "5";

    private final FileConfig config;
    private final ObjectMapper json;

    FileAnswers(FileConfig config, ObjectMapper json) {
        this.config = config;
        this.json = json;
    }

    /** The 201 of an upload. */
    StoredAnswer created(FileRecord file) {
        try {
            return StoredAnswer.of(
                    Response.Status.CREATED.getStatusCode(),
                    Map.of(HttpHeaders.LOCATION, "/v1/files/" + file.id()),
                    json.writeValueAsString(FileView.Data.of(file)));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** One entry of {@code errors}. */
    record Problem(String code, String title) {}

    record Problems(List<Problem> errors) {}

    @Override
    public Response refuse(List<? extends Refusal> refusals) {
        var problems = refusals.stream().map(this::problem).toList();
        var first = refusals.getFirst();
        var answer =
                Response.status(status(first))
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(new Problems(problems));
        switch (first) {
            case MethodNotAllowed(var allowed) ->
                    answer.header(HttpHeaders.ALLOW, String.join(", ", allowed));
            case Unavailable() -> answer.header(HttpHeaders.RETRY_AFTER, RETRY_SOON);
            case IdempotencyKeyInUse() -> answer.header(HttpHeaders.RETRY_AFTER, "1");
            default -> {}
        }
        return answer.build();
    }

    private static int status(Refusal refusal) {
        return switch (refusal) {
            case Unauthorized() -> 401;
            case NotFound() -> 404;
            case MethodNotAllowed(var allowed) -> 405;
            case Held(), IdempotencyKeyInUse() -> 409;
            case MediaTypeUnsupported() -> 415;
            case RateLimited(var after) -> 429;
            case Internal() -> 500;
            case Unavailable() -> 503;
            case Refusal.OfVendor foreign -> throw foreign(foreign);
            case Refusal.OfRequest other -> UNPROCESSABLE;
            case Refusal.OfField field -> UNPROCESSABLE;
            case Refusal.OfDocument document -> UNPROCESSABLE;
        };
    }

    private Problem problem(Refusal refusal) {
        return switch (refusal) {
            case Unauthorized() -> new Problem("unauthorized", "Unauthorized.");
            case NotFound() -> new Problem("not.found", "Not found.");
            case MethodNotAllowed(var allowed) ->
                    new Problem("method.not.allowed", "Method not allowed.");
            case MediaTypeUnsupported() ->
                    new Problem("media.type.unsupported", "Unsupported media type.");
            case RateLimited(var after) -> new Problem("too.many.requests", "Too many requests.");
            case Internal() -> new Problem("internal.error", "Internal error.");
            case Unavailable() -> new Problem("service.unavailable", "Service unavailable.");
            case Held() -> new Problem("document.held", "The file is under hold.");
            case QueryInvalid(var parameter) ->
                    new Problem("query.invalid", "The query parameters are not valid.");
            case BodyMalformed() ->
                    new Problem(
                            "request.invalid",
                            "The request body is not valid multipart/form-data.");
            case BodyTooLarge(var cap) -> tooLarge(config.maxFileBytes());
            case IdempotencyKeyInvalid() ->
                    new Problem("idempotency.key.invalid", "The idempotency key is not valid.");
            case IdempotencyKeyInUse() ->
                    new Problem(
                            "idempotency.key.in.use",
                            "A request with this idempotency key is in progress.");
            case IdempotencyKeyReused() ->
                    new Problem(
                            "idempotency.key.reused",
                            "The idempotency key was used with different content.");
            case FieldMissing(var field) ->
                    new Problem(field + ".required", "The " + field + " is required.");
            case FieldRepeated(var field) ->
                    new Problem(field + ".multiple", "Only one " + field + " may be sent.");
            case FieldInvalid(var field, var value) ->
                    new Problem(field + ".invalid", "The " + field + " is not supported.");
            case Refusal.OfDocument document -> problem(document);
            case Refusal.OfVendor foreign -> throw foreign(foreign);
        };
    }

    private static IllegalStateException foreign(Refusal.OfVendor refusal) {
        return new IllegalStateException("no rule of this service: " + refusal.reason());
    }

    private static Problem problem(Refusal.OfDocument refusal) {
        return switch (refusal) {
            case NameTooShort(var min) ->
                    new Problem(
                            "file.name.too.short",
                            "The file name must have at least " + min + " characters.");
            case NameTooLong(var max) ->
                    new Problem(
                            "file.name.too.long",
                            "The file name must have at most " + max + " characters.");
            case NameInvalid() ->
                    new Problem(
                            "file.name.invalid",
                            "The file name must not start with a dot or contain control characters.");
            case TooSmall(var min) ->
                    new Problem("file.too.small", "The file must have at least " + min + " bytes.");
            case TooLarge(var max) -> tooLarge(max);
            case TypeNotAllowed(var found, var purpose) ->
                    new Problem(
                            "file.type.not.allowed",
                            "The file type "
                                    + found.mime()
                                    + " is not allowed for purpose "
                                    + purpose
                                    + ".");
            case TypeContradicted(var found) ->
                    new Problem(
                            "file.type.not.allowed",
                            "The file type "
                                    + found.mime()
                                    + " contradicts the declared type or the file extension.");
            case Damaged(var found) ->
                    new Problem(
                            "file.content.invalid", "The file content is damaged or incomplete.");
            case DimensionsTooLarge(var found) ->
                    new Problem("file.dimensions.too.large", "The image dimensions are too large.");
            case DigestMismatch() ->
                    new Problem("digest.mismatch", "The digest does not match the content.");
            case Infected() ->
                    new Problem("file.rejected", "The file was rejected by the content scanner.");
        };
    }

    private static Problem tooLarge(long max) {
        return new Problem("file.too.large", "The file must have at most " + max + " bytes.");
    }
}
