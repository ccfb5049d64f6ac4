package vestibule.intake;

import java.time.Duration;
import java.time.Instant;

/** Spans by the clock on the wall, which may be set back meanwhile. */
public final class Elapsed {

    private Elapsed() {}

    /**
     * True when that long has passed since then; also when then is yet to come, because nobody
     * knows how long ago it was.
     */
    public static boolean isOver(Duration length, Instant since, Instant now) {
        return now.isBefore(since) || !now.isBefore(since.plus(length));
    }
}
