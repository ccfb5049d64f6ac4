package vestibule.intake.storage;

/**
 * The object store says that the request itself is wrong, for example that content and checksum
 * differ. Asking again is no use, and the store is well.
 */
public final class StoreRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
