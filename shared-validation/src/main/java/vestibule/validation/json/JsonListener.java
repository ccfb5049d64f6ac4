package vestibule.validation.json;

/** What a {@link JsonGrammar} tells of the values it reads, in the order of the text. */
public interface JsonListener {

    /** For those who only want to know whether the text is JSON. */
    JsonListener NONE = new JsonListener() {};

    /** The name of a member begins; its text follows. */
    default void beginName() {}

    default void endName() {}

    default void begin(JsonKind kind) {}

    /**
     * The next piece of the name, string or number at hand, in UTF-8: escapes undone (half a
     * surrogate pair gives U+FFFD), a number as it stands. May end within a character; the array is
     * only valid during the call.
     */
    default void data(byte[] bytes, int offset, int length) {}

    default void end(JsonKind kind) {}
}
