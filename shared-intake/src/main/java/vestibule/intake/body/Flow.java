package vestibule.intake.body;

/**
 * The brake of a request body: while it is held the socket is not read, and TCP tells the client to
 * wait.
 */
public interface Flow {

    /** Stops reading; called on the event loop of the request. */
    void hold();

    /** Goes on reading; may be called on any thread. */
    void resume();

    /** Stops reading for good: what comes cannot be kept. May be called on any thread. */
    void giveUp(Throwable cause);
}
