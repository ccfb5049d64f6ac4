package vestibule.intake.storage;

import java.util.Collection;
import java.util.Set;

/** What the {@link Sweep} must not touch. */
public interface Claims {

    /**
     * Those of the object keys that a row of this service refers to; asked for up to 500 at once.
     */
    Set<String> claimed(Collection<String> keys);

    /** Whose claims these are: the name of the database, which it keeps wherever it is moved. */
    String claimant();
}
