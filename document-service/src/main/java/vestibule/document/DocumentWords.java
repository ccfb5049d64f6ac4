package vestibule.document;

import jakarta.inject.Singleton;
import java.util.Optional;
import vestibule.validation.Refusal;

/** What clients read of each refusal, and at which field. */
@Singleton
class DocumentWords {

    private static final String FILE = "file";

    private final DocumentConfig config;

    DocumentWords(DocumentConfig config) {
        this.config = config;
    }

    /** One entry of {@code details}. */
    record Detail(Optional<String> field, String issue) {

        private static Detail of(String issue) {
            return new Detail(Optional.empty(), issue);
        }

        private static Detail of(String field, String issue) {
            return new Detail(Optional.of(field), issue);
        }
    }

    Detail detail(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Unauthorized() -> Detail.of("Unauthorized.");
            case Refusal.NotFound() -> Detail.of("Not found.");
            case Refusal.MethodNotAllowed(_) -> Detail.of("Method not allowed.");
            case Refusal.MediaTypeUnsupported() -> Detail.of("Unsupported media type.");
            case Refusal.RateLimited(_) -> Detail.of("Too many requests.");
            case Refusal.Internal() -> Detail.of("Server error.");
            case Refusal.Unavailable() -> Detail.of("Service unavailable.");
            case Refusal.Held() -> Detail.of("The document is under hold.");
            case Refusal.BodyMalformed() -> Detail.of("The request body is not valid.");
            case Refusal.BodyTooLarge(_) -> tooLarge();
            case Refusal.IdempotencyKeyInvalid() ->
                    Detail.of("The Idempotency-Key header is not valid.");
            case Refusal.IdempotencyKeyInUse() ->
                    Detail.of("A request with this Idempotency-Key is in progress.");
            case Refusal.IdempotencyKeyReused() ->
                    Detail.of("The Idempotency-Key was used with different content.");
            case Refusal.QueryInvalid(var parameter) -> Detail.of(parameter, query(parameter));
            case Refusal.FieldMissing(var field) ->
                    Detail.of(field, "The %s field is required.".formatted(field));
            case Refusal.FieldRepeated(var field) ->
                    Detail.of(field, "Only one %s may be sent.".formatted(field));
            case Refusal.FieldInvalid(var field, _) ->
                    Detail.of(field, "The selected %s is invalid.".formatted(field));
            case Refusal.OfDocument document -> detail(document);
            case DocumentRefusal own -> detail(own);
            case Refusal.OfVendor foreign ->
                    throw new IllegalStateException("no rule of this service: " + foreign.reason());
        };
    }

    private Detail detail(Refusal.OfDocument refusal) {
        return switch (refusal) {
            case Refusal.TooLarge(_) -> tooLarge();
            case Refusal.TooSmall(_) -> Detail.of(FILE, "The file field is required.");
            case Refusal.NameTooShort(_), Refusal.NameTooLong(_), Refusal.NameInvalid() ->
                    Detail.of(FILE, "The file name is not valid.");
            case Refusal.TypeNotAllowed(_, var accepted) ->
                    Detail.of(FILE, "The file must be of type: %s.".formatted(accepted));
            case Refusal.TypeContradicted(_) ->
                    Detail.of(
                            FILE,
                            "The declared type or the file extension contradicts the file content.");
            case Refusal.Damaged(_) -> Detail.of(FILE, "The file is damaged or incomplete.");
            case Refusal.DimensionsTooLarge(_) ->
                    Detail.of(FILE, "The image dimensions are too large.");
            case Refusal.DigestMismatch() -> Detail.of("The digest does not match the content.");
            case Refusal.Infected() ->
                    Detail.of(FILE, "The file was rejected by the content scanner.");
        };
    }

    private static Detail detail(DocumentRefusal refusal) {
        return switch (refusal) {
            case FILE_OF_WRONG_KIND ->
                    Detail.of(FILE, "The file must be a string or an uploaded file.");
            case REFERENCE_NOT_ACCEPTED ->
                    Detail.of(
                            FILE,
                            "The file must be an uploaded file or Base64 content; paths and URLs"
                                    + " are not accepted.");
            case REFERENCE_INVALID -> Detail.of(FILE, "The file reference is not valid.");
            case BASE64_INVALID -> Detail.of(FILE, "The file is not valid Base64.");
            case TYPE_NOT_INTEGER -> Detail.of(SentTypeId.NAME, "The typeId must be an integer.");
            case TYPES_DIFFER ->
                    Detail.of(SentTypeId.NAME, "The typeId and typeID fields must be equal.");
            case CONTENT_PRESENT -> Detail.of("The document already has content.");
        };
    }

    private Detail tooLarge() {
        return Detail.of(
                FILE,
                "The file may not be greater than %d bytes.".formatted(config.maxFileBytes()));
    }

    private String query(String parameter) {
        return switch (parameter) {
            case "limit" ->
                    "The limit must be an integer between 1 and %d.".formatted(config.maxLimit());
            case "offset" -> "The offset must be an integer of at least 0.";
            case "sort_by" -> "The sort_by must be one of: id, createTime, updateTime.";
            case "sort_order" -> "The sort_order must be one of: asc, desc.";
            default -> throw new IllegalStateException("no parameter of a list: " + parameter);
        };
    }
}
