package vestibule.validation;

import java.util.Optional;

/**
 * What the bytes say, whatever the client claims.
 *
 * @param type the type by content
 * @param sound false when the type is known but its structure is damaged, cut short or beyond the
 *     reader's bounds
 * @param dimensions of the (primary) picture; empty where the type has none or they were not found
 * @param encrypted false for types that cannot be; empty where it was not determined
 * @param activeContent JavaScript, launch actions, embedded files or rich media in a PDF; empty
 *     where part of the document could not be looked into
 */
public record Facts(
        ContentType type,
        boolean sound,
        Optional<Dimensions> dimensions,
        Optional<Boolean> encrypted,
        Optional<Boolean> activeContent) {

    /** Content that no reader can name. */
    public static Facts unknown() {
        return named(ContentType.UNKNOWN);
    }

    /** Content that is recognised by its first bytes and looked into no further. */
    public static Facts named(ContentType type) {
        return new Facts(type, true, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Content of a kind that can be neither encrypted nor active. */
    public static Facts inert(ContentType type, boolean sound, Optional<Dimensions> dimensions) {
        return new Facts(type, sound, dimensions, Optional.of(false), Optional.of(false));
    }
}
