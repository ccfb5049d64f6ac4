package vestibule.file;

import jakarta.inject.Singleton;
import vestibule.validation.Refusal;

/** What clients read of each refusal. */
@Singleton
class FileWords {

    private final FileConfig config;

    FileWords(FileConfig config) {
        this.config = config;
    }

    /** One entry of {@code errors}. */
    record Problem(String code, String title) {}

    Problem problem(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Unauthorized() -> new Problem("unauthorized", "Unauthorized.");
            case Refusal.NotFound() -> new Problem("not.found", "Not found.");
            case Refusal.MethodNotAllowed(_) ->
                    new Problem("method.not.allowed", "Method not allowed.");
            case Refusal.MediaTypeUnsupported() ->
                    new Problem("media.type.unsupported", "Unsupported media type.");
            case Refusal.RateLimited(_) -> new Problem("too.many.requests", "Too many requests.");
            case Refusal.Internal() -> new Problem("internal.error", "Internal error.");
            case Refusal.Unavailable() ->
                    new Problem("service.unavailable", "Service unavailable.");
            case Refusal.Held() -> new Problem("document.held", "The file is under hold.");
            case Refusal.QueryInvalid(_) ->
                    new Problem("query.invalid", "The query parameters are not valid.");
            case Refusal.BodyMalformed() ->
                    new Problem(
                            "request.invalid",
                            "The request body is not valid multipart/form-data.");
            case Refusal.BodyTooLarge(_) -> tooLarge(config.maxFileBytes());
            case Refusal.IdempotencyKeyInvalid() ->
                    new Problem("idempotency.key.invalid", "The idempotency key is not valid.");
            case Refusal.IdempotencyKeyInUse() ->
                    new Problem(
                            "idempotency.key.in.use",
                            "A request with this idempotency key is in progress.");
            case Refusal.IdempotencyKeyReused() ->
                    new Problem(
                            "idempotency.key.reused",
                            "The idempotency key was used with different content.");
            case Refusal.FieldMissing(var field) ->
                    new Problem(field + ".required", "The " + field + " is required.");
            case Refusal.FieldRepeated(var field) ->
                    new Problem(field + ".multiple", "Only one " + field + " may be sent.");
            case Refusal.FieldInvalid(var field, _) ->
                    new Problem(field + ".invalid", "The " + field + " is not supported.");
            case Refusal.OfDocument document -> problem(document);
            case Refusal.OfVendor foreign ->
                    throw new IllegalStateException("no rule of this service: " + foreign.reason());
        };
    }

    private static Problem problem(Refusal.OfDocument refusal) {
        return switch (refusal) {
            case Refusal.NameTooShort(var min) ->
                    new Problem(
                            "file.name.too.short",
                            "The file name must have at least " + min + " characters.");
            case Refusal.NameTooLong(var max) ->
                    new Problem(
                            "file.name.too.long",
                            "The file name must have at most " + max + " characters.");
            case Refusal.NameInvalid() ->
                    new Problem(
                            "file.name.invalid",
                            "The file name must not start with a dot or contain control characters.");
            case Refusal.TooSmall(var min) ->
                    new Problem("file.too.small", "The file must have at least " + min + " bytes.");
            case Refusal.TooLarge(var max) -> tooLarge(max);
            case Refusal.TypeNotAllowed(var found, var purpose) ->
                    new Problem(
                            "file.type.not.allowed",
                            "The file type "
                                    + found.mime()
                                    + " is not allowed for purpose "
                                    + purpose
                                    + ".");
            case Refusal.TypeContradicted(var found) ->
                    new Problem(
                            "file.type.not.allowed",
                            "The file type "
                                    + found.mime()
                                    + " contradicts the declared type or the file extension.");
            case Refusal.Damaged(_) ->
                    new Problem(
                            "file.content.invalid", "The file content is damaged or incomplete.");
            case Refusal.DimensionsTooLarge(_) ->
                    new Problem("file.dimensions.too.large", "The image dimensions are too large.");
            case Refusal.DigestMismatch() ->
                    new Problem("digest.mismatch", "The digest does not match the content.");
            case Refusal.Infected() ->
                    new Problem("file.rejected", "The file was rejected by the content scanner.");
        };
    }

    private static Problem tooLarge(long max) {
        return new Problem("file.too.large", "The file must have at most " + max + " bytes.");
    }
}
