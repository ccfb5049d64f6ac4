package vestibule.local.faults;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * What clients of one service were told, held against what is there, after Jepsen's set checker:
 * everything acknowledged must be there, nothing may be there that nobody sent, and what was
 * refused for an outage or never answered may be either.
 */
final class Accounts {

    enum State {
        ACKNOWLEDGED,
        REFUSED,
        UNKNOWN
    }

    /** What ended before another began is earlier; what was not acknowledged never ends. */
    private record Attempt(State state, long begun, long ended) {}

    private final Map<String, Attempt> attempts = new ConcurrentHashMap<>();
    private final AtomicLong clock = new AtomicLong();

    /** Before the first byte is sent: from here on it may be there. */
    void attempted(String sha256) {
        attempts.put(sha256, new Attempt(State.UNKNOWN, clock.incrementAndGet(), Long.MAX_VALUE));
    }

    void acknowledged(String sha256) {
        answered(sha256, State.ACKNOWLEDGED, clock.incrementAndGet());
    }

    void refused(String sha256) {
        answered(sha256, State.REFUSED, Long.MAX_VALUE);
    }

    private void answered(String sha256, State state, long ended) {
        attempts.computeIfPresent(
                sha256, (same, attempt) -> new Attempt(state, attempt.begun(), ended));
    }

    int count(State state) {
        return (int) attempts.values().stream().filter(one -> one.state() == state).count();
    }

    /** Compares everything; to be asked when all events are out and the sweep has been. */
    Tally settle(Findings found) {
        return new Tally(
                count(State.ACKNOWLEDGED),
                count(State.REFUSED),
                count(State.UNKNOWN),
                lost(found),
                phantoms(found),
                orphans(found),
                differingIds(found.told()),
                disordered(found.told()));
    }

    private int lost(Findings found) {
        var kept = found.whole().stream().map(Books.Row::sha256).collect(Collectors.toSet());
        return (int)
                attempts.entrySet().stream()
                        .filter(one -> one.getValue().state() == State.ACKNOWLEDGED)
                        .filter(one -> !kept.contains(one.getKey()))
                        .count();
    }

    /** Rows nobody sent, sent once and kept twice, or not whole; events that no row has. */
    private int phantoms(Findings found) {
        var whole = found.whole();
        var contents = new HashSet<String>();
        var rowsToo =
                found.rows().values().stream()
                        .filter(
                                row ->
                                        !attempts.containsKey(row.sha256())
                                                || !contents.add(row.sha256())
                                                || !whole.contains(row))
                        .count();
        var eventsToo = found.told().stream().filter(one -> !isOfARow(one, found.rows())).count();
        return (int) (rowsToo + eventsToo);
    }

    private static boolean isOfARow(Events.Told one, Map<String, Books.Row> rows) {
        var row = rows.get(one.documentId());
        return row != null && row.sha256().equals(one.sha256()) && row.key().equals(one.key());
    }

    private static int orphans(Findings found) {
        var claimed =
                found.rows().values().stream().map(Books.Row::key).collect(Collectors.toSet());
        return (int)
                found.objects().keySet().stream().filter(key -> !claimed.contains(key)).count();
    }

    private static int differingIds(List<Events.Told> told) {
        var idsOf =
                told.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Events.Told::documentId,
                                        Collectors.mapping(Events.Told::id, Collectors.toSet())));
        return (int) idsOf.values().stream().filter(ids -> ids.size() > 1).count();
    }

    /**
     * Documents first told after one of the same key that was begun when they had been answered.
     */
    private int disordered(List<Events.Told> told) {
        var begunLast = new HashMap<String, Long>();
        var seen = new HashSet<String>();
        var disordered = 0;
        for (var one : told) {
            var attempt = attempts.get(one.sha256());
            if (attempt != null && seen.add(one.documentId())) {
                var last = begunLast.merge(one.recordKey(), attempt.begun(), Math::max);
                disordered += attempt.ended() < last ? 1 : 0;
            }
        }
        return disordered;
    }
}
