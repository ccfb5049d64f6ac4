package vestibule.intake.body;

/** Where the bytes of a request body go, in order, on the event loop. */
public interface BodySink {

    /**
     * Takes the next bytes; the array is only valid during the call.
     *
     * @return false when nothing more need be read, because the verdict is already known
     */
    boolean accept(byte[] bytes, int offset, int length);

    /** The body ended as its framing promised. */
    void end();
}
