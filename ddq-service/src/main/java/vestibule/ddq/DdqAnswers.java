package vestibule.ddq;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vestibule.intake.Answers;
import vestibule.intake.access.StoredAnswer;
import vestibule.validation.Refusal;

/** Every refusal in sFOX's words: {@code {"error":"..."}}, of the first one alone. */
@Singleton
class DdqAnswers implements Answers {

    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST_ECHO = 255;
    private static final int MIB = 1 << 20;

    /** As the vendor documents it, whatever window is configured. */
    private static final String RETRY_IN_A_MINUTE = "60";

    private static final String RETRY_SOON = "5";

    private final ObjectMapper json;

    DdqAnswers(ObjectMapper json) {
        this.json = json;
    }

    record Message(String message) {}

    record Problem(String error) {}

    /** The 202 of an upload. */
    StoredAnswer accepted(List<UUID> documents, String userId) {
        var ids = documents.stream().map(UUID::toString).collect(Collectors.joining(","));
        var list = "/v1/enterprise/ddq/documents?user_id=" + percentEncoded(userId);
        try {
            return StoredAnswer.of(
                    Response.Status.ACCEPTED.getStatusCode(),
                    Map.of("X-Document-Ids", ids, HttpHeaders.LOCATION, list),
                    json.writeValueAsString(new Message("Files uploaded successfully")));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String percentEncoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    @Override
    public Response refuse(List<? extends Refusal> refusals) {
        var first = refusals.getFirst();
        var answer =
                Response.status(status(first))
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(new Problem(words(first)));
        switch (first) {
            case Refusal.MethodNotAllowed(var allowed) ->
                    answer.header(HttpHeaders.ALLOW, String.join(", ", allowed));
            case Refusal.RateLimited _ -> answer.header(HttpHeaders.RETRY_AFTER, RETRY_IN_A_MINUTE);
            case Refusal.Unavailable _ -> answer.header(HttpHeaders.RETRY_AFTER, RETRY_SOON);
            case Refusal.IdempotencyKeyInUse _ -> answer.header(HttpHeaders.RETRY_AFTER, "1");
            default -> {}
        }
        return answer.build();
    }

    private static int status(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Unauthorized _ -> 401;
            case Refusal.NotFound _, DdqRefusal.UserUnknown _ -> 404;
            case Refusal.MethodNotAllowed _ -> 405;
            case Refusal.Held _, Refusal.IdempotencyKeyInUse _, DdqRefusal.UserExists _ -> 409;
            case Refusal.BodyTooLarge _ -> 413;
            case Refusal.MediaTypeUnsupported _ -> 415;
            case Refusal.RateLimited _ -> 429;
            case Refusal.Internal _, Refusal.Unavailable _ -> 500;
            case Refusal.OfRequest _ -> UNPROCESSABLE;
            case Refusal.OfField _ -> UNPROCESSABLE;
            case Refusal.OfDocument _ -> UNPROCESSABLE;
            case Refusal.OfVendor _ -> UNPROCESSABLE;
        };
    }

    private static String words(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Unauthorized _ -> "invalid token. check authorization header.";
            case Refusal.NotFound _ -> "not found";
            case Refusal.MethodNotAllowed _ -> "method not allowed";
            case Refusal.MediaTypeUnsupported _ -> "unsupported media type";
            case Refusal.RateLimited _ -> "Rate limit exceeded";
            case Refusal.Internal _, Refusal.Unavailable _ ->
                    "An unknown error has occurred. If this persists, please contact support.";
            case Refusal.Held _ -> "document is under hold";
            case Refusal.BodyMalformed _ -> "Request body must be multipart/form-data";
            case Refusal.BodyTooLarge _ -> "Request body is too large";
            case Refusal.IdempotencyKeyInvalid _ -> "Invalid Idempotency-Key";
            case Refusal.IdempotencyKeyInUse _ ->
                    "A request with this Idempotency-Key is in progress";
            case Refusal.IdempotencyKeyReused _ ->
                    "Idempotency-Key was used with different content";
            case Refusal.QueryInvalid(var parameter) -> "Invalid " + parameter;
            case Refusal.FieldMissing(var field) -> field + " is required";
            case Refusal.FieldInvalid(var field, var _) -> "Invalid " + field;
            case Refusal.DigestMismatch _ -> "Digest does not match the request body";
            case DdqRefusal own -> words(own);
            // These are said with the name of the file, by values of our own.
            case Refusal.FieldRepeated _, Refusal.OfDocument _, Refusal.OfVendor _ ->
                    throw new IllegalStateException("no rule of this service: " + refusal);
        };
    }

    private static String words(DdqRefusal refusal) {
        return switch (refusal) {
            case DdqRefusal.UserUnknown() -> "user not found";
            case DdqRefusal.UserExists() -> "user already exists";
            case DdqRefusal.JsonInvalid() -> "Request body must be a JSON object";
            case DdqRefusal.TooManyFiles(var max) ->
                    "Too many files, at most " + max + " are allowed";
            case DdqRefusal.FileTypesInvalid() -> "file_types must be a valid JSON object";
            case DdqRefusal.FileNameInvalid(var name) -> "Invalid file name " + echoed(name);
            case DdqRefusal.DocumentTypeInvalid(var word) ->
                    "Invalid file type " + echoed(word) + ", file_types must be one of PoR,ID";
            case DdqRefusal.DdqIdInvalid(var id) -> "Invalid ddq_id " + echoed(id);
            case DdqRefusal.ExtensionNotAllowed(var extension, var file) ->
                    at(file, "File extension " + echoed(extension) + " is not allowed");
            case DdqRefusal.MediaTypeNotAllowed(var type, var file) ->
                    at(file, "File mime type " + echoed(type) + " is not allowed");
            case DdqRefusal.FileTooLarge(var file, var max) ->
                    at(file, "File size exceeds " + max / MIB + "MB");
            case DdqRefusal.DimensionsTooLarge(var file) ->
                    at(file, "Image dimensions are not allowed");
            case DdqRefusal.FileDigestMismatch(var file) -> at(file, "Digest does not match");
            case DdqRefusal.FileInfected(var file) ->
                    at(file, "File was rejected by the content scanner");
        };
    }

    private static String at(String file, String fault) {
        return fault + ", invalid at file " + echoed(file);
    }

    private static String echoed(String sent) {
        // Half a surrogate pair, which JSON can escape, has no place in an answer's UTF-8.
        var text = new String(sent.getBytes(UTF_8), UTF_8);
        var longest = Math.min(LONGEST_ECHO, text.codePointCount(0, text.length()));
        return text.substring(0, text.offsetByCodePoints(0, longest));
    }
}
