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

    private static final Duration SOON = Duration.ofSeconds(60);

    private Optional<EveryService> running = Optional.empty();

    @AfterEach
    void stop() {
        Stage.mend();
        running.ifPresent(EveryService::close);
    }

    @Test
    void a_kill_of_each_loses_nothing_and_leaves_nothing() throws Exception {
        var run = begin();

        run.killEach();

        losesAndLeavesNothing(run);
    }

    @Test
    @Tag("long")
    void many_kills_lose_nothing_and_leave_nothing() throws Exception {
        var run = begin();

        run.killEach();
        run.killAll();
        while (run.kills() < KILLS || run.acknowledged() < ACKNOWLEDGED) {
            run.killAny();
        }

        losesAndLeavesNothing(run);
    }

    private CrashRun begin() throws Exception {
        System.out.println("-Dvestibule.faults.seed=" + SEED);
        var services = EveryService.start(Stage.SWEEPING_SOON);
        running = Optional.of(services);
        return new CrashRun(services, SEED);
    }

    private static void losesAndLeavesNothing(CrashRun run) throws Exception {
        assertThat(run.settle()).satisfies(CrashMatrixTest::isClean);
        Eventually.is("no part is left", SOON, () -> Stage.books().parts().isEmpty());
    }

    private static void isClean(Tally tally) {
        assertThat(tally.clean()).as(tally.toString()).isTrue();
    }
}
