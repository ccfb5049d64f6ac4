package vestibule.intake.access;

/**
 * What is wrong with {@code access.yaml} and where, in words that may be logged: places and ids,
 * never a value of the file.
 */
public final class BrokenAccess extends RuntimeException {

    private BrokenAccess(String message) {
        super(message);
    }

    static BrokenAccess because(String reason) {
        return new BrokenAccess(reason);
    }

    /** For the checks of a service's own part: the place is added where the part is read. */
    public static void unless(boolean sound, String reason) {
        if (!sound) {
            throw new BrokenAccess(reason);
        }
    }

    /** The same trouble, with the place in front. */
    BrokenAccess at(String place) {
        return new BrokenAccess(place + ": " + reason());
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
