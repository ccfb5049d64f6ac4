package vestibule.intake.storage;

/** All downloads that may run at once are running. The store itself is well. */
public final class StoreBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
