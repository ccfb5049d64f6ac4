package vestibule.intake.access;

import java.time.Instant;
import java.util.Optional;

/** When a credential works: from {@code notBefore} inclusive to {@code notAfter} exclusive. */
public record Window(Optional<Instant> notBefore, Optional<Instant> notAfter) {

    public Window {
        BrokenAccess.unless(
                notBefore.isEmpty()
                        || notAfter.isEmpty()
                        || notBefore.get().isBefore(notAfter.get()),
                "not-before must lie before not-after");
    }

    public boolean contains(Instant time) {
        return notBefore.map(start -> !time.isBefore(start)).orElse(true)
                && notAfter.map(time::isBefore).orElse(true);
    }
}
