package vestibule.intake.ledger;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import vestibule.intake.Commits;
import vestibule.intake.event.Envelope;
import vestibule.intake.outbox.Outbox;

/**
 * Has events told again from the rows of their documents, page by page through the outbox: the
 * relay sends them in order with whatever is new, and what is new waits behind one page at most.
 */
@Singleton
public class Replay {

    private static final int PAGE = 1000;
    private static final String WAITING = "select count(*) from outbox where replayed";

    /** Texts of ids compare as PostgreSQL compares the ids. */
    private static final Comparator<Envelope> AS_TOLD =
            Comparator.comparing(Envelope::time).thenComparing(event -> event.id().toString());

    private final ToldEvents told;
    private final Outbox outbox;
    private final Commits commits;
    private final DataSource database;

    Replay(ToldEvents told, Outbox outbox, Commits commits, DataSource database) {
        this.told = told;
        this.outbox = outbox;
        this.commits = commits;
        this.database = database;
    }

    /** How many events would be told again. */
    public Count count(ToldRange range) throws SQLException {
        return new Count(told.count(Told.RECEIVED, range), told.count(Told.DELETED, range));
    }

    /**
     * Events by kind.
     *
     * @param received of documents that are still there
     * @param deleted of documents that are gone
     */
    public record Count(long received, long deleted) {}

    /**
     * Writes the next page into the outbox. Whoever deletes a document of it waits until then, so
     * that its deletion is told after it; whoever was first has it left out.
     *
     * @param after the last event of the page before
     * @return what was written: nothing at the end
     */
    public List<Envelope> next(ToldRange range, Optional<Envelope> after) {
        while (true) {
            try {
                return commits.underLock(
                        commit -> {
                            var page = page(range, after);
                            outbox.repeat(commit, page);
                            return page;
                        });
            } catch (ToldEvents.Busy sinceALittleWhile) {
                // Nothing was written. Whoever changes a row of the page is soon done.
            }
        }
    }

    private List<Envelope> page(ToldRange range, Optional<Envelope> after) {
        return Arrays.stream(Told.values())
                .flatMap(kind -> told.page(kind, range, after, PAGE).stream())
                .sorted(AS_TOLD)
                .limit(PAGE)
                .toList();
    }

    /** How many of them Kafka has not acknowledged yet. */
    public long waiting() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(WAITING);
                var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
