package vestibule.intake;

import java.sql.SQLException;

/** The database did not commit, or nobody knows whether it did. */
public final class CommitFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CommitFailed(SQLException cause) {
        super(cause);
    }
}
