package vestibule.intake;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.jspecify.annotations.Nullable;
import vestibule.intake.scan.ScannerUnavailable;
import vestibule.intake.storage.StoreBusy;
import vestibule.intake.storage.StoreUnavailable;
import vestibule.validation.Refusal;

/** Tells an outage, which passes, from a bug. */
public final class Failures {

    /**
     * Connection, rollback, resources, intervention of an operator, system error (PostgreSQL,
     * appendix A).
     */
    private static final Set<String> OUTAGES = Set.of("08", "40", "53", "57", "58");

    /** A standby, or a database that became one: its disk is full, or another took over. */
    private static final String READ_ONLY = "25006";

    private Failures() {}

    public static Refusal.OfService refusalFor(Throwable failure) {
        return causes(failure).anyMatch(Failures::isOutage)
                ? new Refusal.Unavailable()
                : new Refusal.Internal();
    }

    /** What it came from. */
    public static Throwable root(Throwable failure) {
        return causes(failure).reduce(failure, (outer, inner) -> inner);
    }

    private static boolean isOutage(Throwable failure) {
        return switch (failure) {
            case StoreUnavailable store -> true;
            case StoreBusy downloads -> true;
            case ScannerUnavailable scanner -> true;
            case FaultToleranceException open -> true;
            case TimeoutException noBufferFree -> true;
            case OutOfTime allSendersBusy -> true;
            case RejectedExecutionException stopping -> true;
            case SQLException database -> isOutage(database.getSQLState());
            default -> false;
        };
    }

    private static boolean isOutage(@Nullable String sqlState) {
        return sqlState == null
                || sqlState.equals(READ_ONLY)
                || OUTAGES.contains(sqlState.substring(0, 2));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Failures::cause).limit(20);
    }

    /** A transaction that could not be committed has its reason beside it, not behind it. */
    private static @Nullable Throwable cause(Throwable failure) {
        var beside = failure.getSuppressed();
        return failure.getCause() == null && beside.length > 0 ? beside[0] : failure.getCause();
    }
}
