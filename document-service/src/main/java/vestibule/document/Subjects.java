package vestibule.document;

/** What an end client may be called. */
final class Subjects {

    private static final int LONGEST = 255;

    private Subjects() {}

    /**
     * 1 to 255 characters, none of them a control character or a lone surrogate: rows, keys and
     * events hold it.
     */
    static boolean isSound(String subject) {
        return !subject.isEmpty()
                && subject.length() <= LONGEST
                && subject.codePoints().noneMatch(Subjects::isUnsound);
    }

    private static boolean isUnsound(int point) {
        return Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE;
    }
}
