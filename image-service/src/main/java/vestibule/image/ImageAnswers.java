package vestibule.image;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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

/**
 * Every refusal in ARGOS's words: {@code {"errorCode","message"}}, or a bare {@code {"message"}}
 * where its gateway speaks. Only the first one is told.
 */
@Singleton
class ImageAnswers implements Answers {

    private static final int BAD_REQUEST = 400;
    private static final String RETRY_SOON = "5";

    private final ImageConfig config;

    ImageAnswers(ImageConfig config) {
        this.config = config;
    }

    /** The 200 of the documented call. */
    static StoredAnswer updated() {
        return StoredAnswer.of(
                Response.Status.OK.getStatusCode(),
                Map.of(),
                "{\"message\": \"complete to update image.\"}");
    }

    record Plain(String message) {}

    record Error(String errorCode, String message) {}

    /** The deletion of what is not there repeats the status in the body. */
    record NotThere(String errorCode, String message, int statusCode) {
        static final NotThere DELETED =
                new NotThere("not Exist Submission ID", "not Exist Submission ID", BAD_REQUEST);
    }

    private record Said(int status, Object body) {

        static Said plain(int status, String message) {
            return new Said(status, new Plain(message));
        }

        static Said error(int status, String code, String message) {
            return new Said(status, new Error(code, message));
        }

        static Said error(String code, String message) {
            return error(BAD_REQUEST, code, message);
        }
    }

    @Override
    public Response refuse(List<? extends Refusal> refusals) {
        var first = refusals.getFirst();
        var said = say(first);
        var answer =
                Response.status(said.status())
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(said.body());
        switch (first) {
            case MethodNotAllowed(var allowed) ->
                    answer.header(HttpHeaders.ALLOW, String.join(", ", allowed));
            case IdempotencyKeyInUse() -> answer.header(HttpHeaders.RETRY_AFTER, "1");
            case ImageRule.PROCESSING_FAILED, ImageRule.MIGRATION_FAILED ->
                    answer.header(HttpHeaders.RETRY_AFTER, RETRY_SOON);
            default -> {}
        }
        return answer.build();
    }

    private Said say(Refusal refusal) {
        return switch (refusal) {
            case Unauthorized() -> Said.plain(403, "Forbidden");
            case NotFound() -> Said.plain(404, "Not Found");
            case MethodNotAllowed(var _) -> Said.plain(405, "Method Not Allowed");
            case MediaTypeUnsupported() -> Said.plain(415, "Unsupported Media Type");
            case RateLimited(var _) -> Said.plain(429, "Too Many Requests");
            case Internal(), Unavailable() -> Said.plain(500, "Internal Server Error");
            case BodyTooLarge(var _) -> tooLarge();
            case IdempotencyKeyInUse() ->
                    Said.error(
                            409,
                            "idempotency_key_in_use",
                            "A request with this Idempotency-Key is in progress.");
            case IdempotencyKeyReused() ->
                    Said.error(
                            422,
                            "idempotency_key_reused",
                            "This Idempotency-Key was used with different content.");
            case Held() -> Said.error(409, "submission_held", "The submission is under hold.");
            case QueryInvalid(var parameter) -> parameter(parameter);
            case FieldInvalid(var field, var _) -> parameter(field);
            case FieldMissing(var _) ->
                    Said.error("missing_data", "Required input data is missing.");
            case FieldRepeated(var _), BodyMalformed(), IdempotencyKeyInvalid() -> unparsable();
            case Refusal.OfDocument document -> say(document);
            case ImageRule rule -> say(rule);
            case MigrationDateInvalid(var field) ->
                    Said.error("invalid_format", "invalid format: " + field);
            case Refusal.OfVendor foreign ->
                    throw new IllegalStateException("no rule of ours: " + foreign.reason());
        };
    }

    private static Said say(Refusal.OfDocument refusal) {
        return switch (refusal) {
            case TooLarge(var _) -> tooLarge();
            case Infected() ->
                    Said.error("invalid_data", "Image was rejected by the content scanner.");
            case NameTooShort(var _),
                    NameTooLong(var _),
                    NameInvalid(),
                    TooSmall(var _),
                    TypeNotAllowed(var _, var _),
                    TypeContradicted(var _),
                    Damaged(var _),
                    DimensionsTooLarge(var _),
                    DigestMismatch() ->
                    unparsable();
        };
    }

    private Said say(ImageRule rule) {
        return switch (rule) {
            case PROJECT_UNKNOWN -> Said.error("invalid_project", "Cannot find project info.");
            case PROJECT_CLOSED -> Said.error("invalid_project", "Invalid project.");
            case ADMIN_INVALID -> Said.error("invalid_admin", "Invalid admin.");
            case SUBMISSION_INVALID -> Said.error("invalid_submission", "Invalid submission.");
            case NO_PICTURE ->
                    Said.error("invalid_data", "At least one image parameter is required.");
            case ID_TYPE_MISSING ->
                    Said.error(
                            "missing_data",
                            "The idType is required when submit idImage or idBackImage.");
            case ID_TYPE_INVALID -> Said.error("invalid_idType", "Invalid IdType.");
            case NOT_BASE64 -> unparsable();
            case PICTURE_MISSING -> Said.error("invalid_data", "Image does not exist.");
            case NOTHING_TO_DELETE -> new Said(BAD_REQUEST, NotThere.DELETED);
            case MIGRATION_UNREADABLE -> Said.error("invalid_payload", "Invalid payload");
            case MIGRATION_INCOMPLETE ->
                    Said.error("missing_data", "Required input data is missing");
            case PROCESSING_FAILED -> fault("Failed to put image.");
            case MIGRATION_FAILED -> fault("Failed to complete migration");
        };
    }

    private static Said parameter(String name) {
        return Said.error("invalid_parameter", "invalid parameter: " + name);
    }

    private static Said unparsable() {
        return Said.error("invalid_payload", "Fail to parse the input data.");
    }

    private static Said tooLarge() {
        return Said.plain(413, "Request Entity Too Large");
    }

    private Said fault(String message) {
        return Said.error(config.processingErrorStatus(), "processing_error", message);
    }
}
