package vestibule.bench;

import java.util.Arrays;
import java.util.List;

/**
 * What a load got done.
 *
 * @param nanos how long each piece of work took
 */
record Done(long[] nanos, double perSecond) {

    /** All together, at the rate that is the median of theirs. */
    static Done of(List<Done> rounds) {
        return new Done(
                rounds.stream().flatMapToLong(round -> Arrays.stream(round.nanos)).toArray(),
                Lab.median(rounds.stream().map(Done::perSecond).toList()));
    }

    int count() {
        return nanos.length;
    }

    double millis(double quantile) {
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(sorted.length * quantile))]
                / 1e6;
    }

    String latencies() {
        return "p50 %.0f ms, p99 %.0f ms".formatted(millis(0.5), millis(0.99));
    }
}
