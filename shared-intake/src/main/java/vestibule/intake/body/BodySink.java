package vestibule.intake.body;

/** Where the bytes of a request body go. */
public interface BodySink extends ByteSink {

    /** The body ended as its framing promised. */
    @Override
    void end();
}
