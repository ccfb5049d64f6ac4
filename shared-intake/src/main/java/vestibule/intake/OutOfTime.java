package vestibule.intake;

/** What is done now is too late: for an answer in time, or for objects that may be swept by now. */
final class OutOfTime extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
