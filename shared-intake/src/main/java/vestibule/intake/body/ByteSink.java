package vestibule.intake.body;

/** Where bytes go, in order, on the event loop. */
@FunctionalInterface
public interface ByteSink {

    /** For what is read, but not wanted. */
    ByteSink IGNORING = (bytes, offset, length) -> true;

    /**
     * Takes the next bytes; the array is only valid during the call.
     *
     * @return false when nothing more need be read, because the verdict is already known
     */
    boolean accept(byte[] bytes, int offset, int length);

    /** All bytes have come. */
    default void end() {}
}
