package vestibule.validation;

import java.time.Duration;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Every way a request can be refused. A refusal is a value, never an exception: each service turns
 * it into its own vendor's words with one exhaustive switch, so a refusal added here does not
 * compile until every service answers it.
 */
public sealed interface Refusal {

    /** Refused on the request line and the headers; no body byte was needed. */
    sealed interface OfRequest extends Refusal {}

    /** Refused for what the client declared in the fields of the body. */
    sealed interface OfField extends Refusal {}

    /** Refused for the document itself. */
    sealed interface OfDocument extends Refusal {}

    /** The fault is ours or passes: the same request may succeed later. */
    sealed interface OfService extends Refusal {}

    /**
     * Refused by a rule that one vendor alone has: the service whose rule it is has the type and
     * the words for it.
     */
    non-sealed interface OfVendor extends Refusal {
        /** One word for log and metrics; nothing that a client sent. */
        String reason();
    }

    /** No such path, or nothing there that this caller may see. */
    record NotFound() implements OfRequest {}

    record MethodNotAllowed(SortedSet<String> allowed) implements OfRequest {
        public MethodNotAllowed {
            // Not Set.copyOf, which shuffles: equal requests get equal answers.
            allowed = Collections.unmodifiableSortedSet(new TreeSet<>(allowed));
        }
    }

    /**
     * The credentials are missing, malformed, unknown, expired or switched off: deliberately one
     * value.
     */
    record Unauthorized() implements OfRequest {}

    record RateLimited(Duration retryAfter) implements OfRequest {}

    /** A {@code Content-Encoding} or media type that is not read at all. */
    record MediaTypeUnsupported() implements OfRequest {}

    record IdempotencyKeyInvalid() implements OfRequest {}

    /** A request with the same idempotency key is still being worked on. */
    record IdempotencyKeyInUse() implements OfRequest {}

    /** The idempotency key was used before with other content. */
    record IdempotencyKeyReused() implements OfRequest {}

    /** The whole body is larger than the configured cap. */
    record BodyTooLarge(long maxBytes) implements OfRequest {}

    /** The body is not what its media type says: broken multipart, broken JSON. */
    record BodyMalformed() implements OfRequest {}

    record QueryInvalid(String parameter) implements OfRequest {}

    /** The operator holds the document: it can be neither replaced nor removed. */
    record Held() implements OfRequest {}

    record FieldMissing(String field) implements OfField {}

    record FieldRepeated(String field) implements OfField {}

    record FieldInvalid(String field, String value) implements OfField {}

    record NameTooShort(int minCodePoints) implements OfDocument {}

    record NameTooLong(int maxCodePoints) implements OfDocument {}

    /** The name starts with a dot or has control characters. */
    record NameInvalid() implements OfDocument {}

    record TooSmall(long minBytes) implements OfDocument {}

    record TooLarge(long maxBytes) implements OfDocument {}

    /**
     * Content of this type is not taken here. {@code context} is the vendor's word for what the
     * document is meant for.
     */
    record TypeNotAllowed(ContentType found, String context) implements OfDocument {}

    /** The declared type or the extension says something else than the bytes. */
    record TypeContradicted(ContentType found) implements OfDocument {}

    /** The type is known but the structure is damaged or cut short. */
    record Damaged(ContentType found) implements OfDocument {}

    /** More pixels, or a longer side, than allowed. */
    record DimensionsTooLarge(Dimensions found) implements OfDocument {}

    /**
     * A {@code Content-Digest} or {@code Repr-Digest} that is unreadable or differs from the bytes.
     */
    record DigestMismatch() implements OfDocument {}

    /** The content scanner found something. */
    record Infected() implements OfDocument {}

    /** The store, the database or the scanner is down, or no buffer became free in time. */
    record Unavailable() implements OfService {}

    /** Something unexpected; its story is in the log under the request id. */
    record Internal() implements OfService {}
}
