package vestibule.bench;

import java.time.Duration;

/**
 * How much is done for a figure.
 *
 * @param rounds of which the median counts
 * @param windows the most windows that a warm-up takes
 * @param load how long a service is put under one load, all rounds together
 * @param rows the most rows that a table is filled with
 */
record Effort(int rounds, int windows, Duration window, Duration load, long rows) {

    Duration round() {
        return load.dividedBy(rounds);
    }

    /** For loads that are only variations of another. */
    Effort half() {
        return new Effort(rounds, windows, window, load.dividedBy(2), rows);
    }
}
