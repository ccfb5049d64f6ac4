package vestibule.intake.scan;

/** The scanner has not said whether the document is clean. */
public final class ScannerUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ScannerUnavailable(String reason) {
        super("the scanner " + reason);
    }

    ScannerUnavailable(String reason, Throwable cause) {
        super("the scanner " + reason, cause);
    }
}
