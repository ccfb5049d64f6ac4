package vestibule.media;

/**
 * The body of a refusal.
 *
 * @param status {@code fail}, but for one answer of the vendor that has its number here
 */
record Problem(Object status, String code, String message) {

    private static final String UNNAMED = "1101";

    static Problem of(String code, String message) {
        return new Problem("fail", code, message);
    }

    /** What the vendor's table has no code for. */
    static Problem unnamed(String message) {
        return of(UNNAMED, message);
    }
}
