package vestibule.media;

/**
 * The documentation of the upload shows 1101 for conditions that the vendor's table of codes has
 * numbers of their own for; which of the two is answered.
 */
enum ErrorCodes {
    SEED("1101", "Validation failed", "1101"),
    TABLE("1104", "Request includes invalid parameters.", "1801");

    private final String invalid;
    private final String invalidMessage;
    private final String keyMissing;

    ErrorCodes(String invalid, String invalidMessage, String keyMissing) {
        this.invalid = invalid;
        this.invalidMessage = invalidMessage;
        this.keyMissing = keyMissing;
    }

    /** What is wrong with a body or its picture. */
    Problem invalid() {
        return Problem.of(invalid, invalidMessage);
    }

    Problem of(MediaRefusal refusal) {
        return refusal == MediaRefusal.KEY_MISSING
                ? Problem.of(keyMissing, refusal.message())
                : refusal.problem();
    }
}
