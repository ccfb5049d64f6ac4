package vestibule.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code kill -9} of everything under load of all five services; the kills follow from a seed. */
@Timeout(7200)
@DisplayNameGeneration(ReplaceUnderscores.class)
class CrashMatrixTest {

    private static final long SEED =
            Long.getLong("vestibule.faults.seed", System.currentTimeMillis());

    /** How many kills and acknowledged uploads the long run goes on for. */
    private static final int KILLS = Integer.getInteger("vestibule.faults.kills", 200);

    private static final int ACKNOWLEDGED =
            Integer.getInteger("vestibule.faults.acknowledged", 10_000);

    /** Each twice: one after the other, and all at once. */
    private static final int SOME_KILLS = 16;

    private static final int SOME_ACKNOWLEDGED = 500;

    private static final Duration SOON = Duration.ofSeconds(60);

    private Optional<EveryService> running = Optional.empty();

    @AfterEach
    void stop() {
        Stage.mend();
        running.ifPresent(EveryService::close);
    }

    @Test
    void some_kills_lose_nothing_and_leave_nothing() throws Exception {
        losesAndLeavesNothing(SOME_KILLS, SOME_ACKNOWLEDGED);
    }

    @Test
    @Tag("long")
    void many_kills_lose_nothing_and_leave_nothing() throws Exception {
        losesAndLeavesNothing(KILLS, ACKNOWLEDGED);
    }

    private void losesAndLeavesNothing(int kills, int acknowledged) throws Exception {
        System.out.println("-Dvestibule.faults.seed=" + SEED);
        var services = EveryService.start(Stage.SWEEPING_SOON);
        running = Optional.of(services);
        var run = new CrashRun(services, SEED);

        run.killEachTwice();
        while (run.kills() < kills || run.acknowledged() < acknowledged) {
            run.killAny();
        }

        assertThat(run.settle()).satisfies(CrashMatrixTest::isClean);
        Eventually.is("no part is left", SOON, () -> Stage.books().parts().isEmpty());
    }

    private static void isClean(Tally tally) {
        assertThat(tally.clean()).as(tally.toString()).isTrue();
    }
}
