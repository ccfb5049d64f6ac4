package vestibule.intake;

/** All senders were busy for so long that work begun now would be answered too late. */
final class OutOfTime extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
