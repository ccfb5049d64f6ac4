package vestibule.local.faults;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * What clients of one service were told against what is there, after Jepsen's set checker:
 * everything acknowledged must be there, nothing may be there that nobody sent, and what was
 * refused for an outage or never answered may be either.
 */
final class Accounts {

    enum State {
        ACKNOWLEDGED,
        REFUSED,
        UNKNOWN
    }

    /**
     * What one attempt came to.
     *
     * @param client sends one at a time
     * @param number ascending in time
     */
    private record Attempt(State state, int client, long number) {}

    private final Map<String, Attempt> attempts = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final Books books;
    private final Set<String> rowsBefore;
    private final Set<String> objectsBefore;

    Accounts(Books books) throws Exception {
        this.books = books;
        rowsBefore = books.rows().keySet();
        objectsBefore = books.objects();
    }

    /** Before the first byte is sent: from here on it may be there. */
    void attempted(Paper paper, int client) {
        var attempt = new Attempt(State.UNKNOWN, client, numbers.incrementAndGet());
        attempts.put(paper.sha256(), attempt);
    }

    void answered(Paper paper, State state) {
        attempts.computeIfPresent(
                paper.sha256(),
                (sha256, attempt) -> new Attempt(state, attempt.client(), attempt.number()));
    }

    int count(State state) {
        return (int) attempts.values().stream().filter(one -> one.state() == state).count();
    }

    /** Compares everything; to be asked when all events are out and the sweep has been. */
    Tally settle(List<Events.Told> everything) throws Exception {
        var rows = new HashMap<>(books.rows());
        rows.keySet().removeAll(rowsBefore);
        var told =
                everything.stream()
                        .filter(one -> one.service().equals(books.vendor().id()))
                        .filter(one -> !rowsBefore.contains(one.documentId()))
                        .toList();
        var idsOf =
                told.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Events.Told::documentId,
                                        Collectors.mapping(Events.Told::id, Collectors.toSet())));
        return new Tally(
                count(State.ACKNOWLEDGED),
                count(State.REFUSED),
                count(State.UNKNOWN),
                lost(rows, idsOf.keySet()),
                phantoms(rows, idsOf.keySet()),
                orphans(rows),
                (int) idsOf.values().stream().filter(ids -> ids.size() > 1).count(),
                disordered(told));
    }

    private int lost(Map<String, Books.Row> rows, Set<String> told) throws Exception {
        var kept = new HashSet<String>();
        for (var row : rows.values()) {
            if (told.contains(row.id()) && books.holds(row)) {
                kept.add(row.sha256());
            }
        }
        return (int)
                attempts.entrySet().stream()
                        .filter(one -> one.getValue().state() == State.ACKNOWLEDGED)
                        .filter(one -> !kept.contains(one.getKey()))
                        .count();
    }

    /** Rows nobody sent, sent once and kept twice, or without event; events without row. */
    private int phantoms(Map<String, Books.Row> rows, Set<String> told) {
        var contents = new HashSet<String>();
        var rowsToo =
                rows.values().stream()
                        .filter(
                                row ->
                                        !attempts.containsKey(row.sha256())
                                                || !contents.add(row.sha256())
                                                || !told.contains(row.id()))
                        .count();
        var eventsToo = told.stream().filter(id -> !rows.containsKey(id)).count();
        return (int) (rowsToo + eventsToo);
    }

    private int orphans(Map<String, Books.Row> rows) throws Exception {
        var claimed = rows.values().stream().map(Books.Row::key).collect(Collectors.toSet());
        return (int)
                books.objects().stream()
                        .filter(key -> !objectsBefore.contains(key) && !claimed.contains(key))
                        .count();
    }

    /**
     * Documents first told, under their key, before one that the same client had acknowledged
     * earlier.
     */
    private int disordered(List<Events.Told> told) {
        var newest = new HashMap<String, Long>();
        var seen = new HashSet<String>();
        var disordered = 0;
        for (var one : told) {
            var attempt = attempts.get(one.sha256());
            if (attempt == null || !seen.add(one.documentId())) {
                continue;
            }
            var before =
                    newest.merge(one.recordKey() + attempt.client(), attempt.number(), Math::max);
            disordered += before > attempt.number() ? 1 : 0;
        }
        return disordered;
    }
}
