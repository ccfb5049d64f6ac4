package vestibule.local.faults;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * What clients were told against what is there, after Jepsen's set checker: everything acknowledged
 * must be there, nothing may be there that nobody sent, and what nobody knows may be either.
 */
final class Accounts {

    /** What one attempt came to; {@code id} is empty unless it was acknowledged. */
    private record Attempt(boolean acknowledged, String id) {}

    /** How many of each; all but the first two must be 0. */
    record Result(
            int acknowledged, int unknown, int lost, int phantoms, int orphans, int differingIds) {}

    private final Map<String, Attempt> attempts = new ConcurrentHashMap<>();
    private final Books books;

    /** Other tests of this stack have told events whose rows are gone. */
    private final Instant begun = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    private final Set<String> rowsBefore;
    private final Set<String> objectsBefore;

    Accounts(Books books) throws Exception {
        this.books = books;
        rowsBefore = books.rows().keySet();
        objectsBefore = books.objects();
    }

    /** Before the first byte is sent: from here on it may be there. */
    void attempted(Movie movie) {
        attempts.put(movie.sha256(), new Attempt(false, ""));
    }

    void acknowledged(Movie movie, String id) {
        attempts.put(movie.sha256(), new Attempt(true, id));
    }

    int acknowledged() {
        return (int) attempts.values().stream().filter(Attempt::acknowledged).count();
    }

    /** Compares everything; to be asked when all events are out and the sweep has been. */
    Result settle(Events events) throws Exception {
        var rows = new HashMap<>(books.rows());
        rows.keySet().removeAll(rowsBefore);
        var told = events.all();
        var idsOf =
                told.stream()
                        .filter(one -> !one.at().isBefore(begun))
                        .filter(one -> !rowsBefore.contains(one.documentId()))
                        .collect(
                                Collectors.groupingBy(
                                        Events.Told::documentId,
                                        Collectors.mapping(Events.Told::id, Collectors.toSet())));
        return new Result(
                acknowledged(),
                attempts.size() - acknowledged(),
                lost(rows, idsOf.keySet()),
                phantoms(rows, idsOf.keySet()),
                orphans(rows),
                (int) idsOf.values().stream().filter(ids -> ids.size() > 1).count());
    }

    private int lost(Map<String, Books.Row> rows, Set<String> told) throws Exception {
        var lost = 0;
        for (var attempt : attempts.entrySet()) {
            var id = attempt.getValue().id();
            var row = rows.get(id);
            var kept =
                    row != null
                            && told.contains(id)
                            && row.sha256().equals(attempt.getKey())
                            && books.sha256(row.key()).equals(attempt.getKey());
            lost += attempt.getValue().acknowledged() && !kept ? 1 : 0;
        }
        return lost;
    }

    /** Rows nobody sent, sent once and kept twice, or without event; events without row. */
    private int phantoms(Map<String, Books.Row> rows, Set<String> told) {
        var contents = new HashSet<String>();
        var rowsToo =
                (int)
                        rows.values().stream()
                                .filter(
                                        row ->
                                                !attempts.containsKey(row.sha256())
                                                        || !contents.add(row.sha256())
                                                        || !told.contains(row.id()))
                                .count();
        var eventsToo = told.stream().filter(id -> !rows.containsKey(id)).count();
        return rowsToo + (int) eventsToo;
    }

    private int orphans(Map<String, Books.Row> rows) throws Exception {
        var claimed = rows.values().stream().map(Books.Row::key).collect(Collectors.toSet());
        return (int)
                books.objects().stream()
                        .filter(key -> !objectsBefore.contains(key) && !claimed.contains(key))
                        .count();
    }
}
