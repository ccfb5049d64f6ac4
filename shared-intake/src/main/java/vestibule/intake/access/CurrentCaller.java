package vestibule.intake.access;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;
import vestibule.intake.Caller;

/** Who sent the request being answered. Inject it and ask within the resource method. */
@RequestScoped
public class CurrentCaller {

    private @Nullable Caller caller;

    /** The caller that the checks let in; every resource method has one. */
    public Caller get() {
        if (caller == null) {
            throw new IllegalStateException("nobody came past the checks");
        }
        return caller;
    }

    void set(Caller known) {
        caller = known;
    }
}
