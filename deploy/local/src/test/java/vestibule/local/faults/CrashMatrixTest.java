package vestibule.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code kill -9} of everything under load of all five services; the kills follow from a seed. */
@Timeout(3600)
@DisplayNameGeneration(ReplaceUnderscores.class)
class CrashMatrixTest {

    private static final long SEED =
            Long.getLong("vestibule.faults.seed", System.currentTimeMillis());

    /** How long the long run kills. */
    private static final Duration LASTING =
            Duration.parse(System.getProperty("vestibule.faults.lasting", "PT25M"));

    private static final int KILLS = Integer.getInteger("vestibule.faults.kills", 200);
    private static final int ACKNOWLEDGED =
            Integer.getInteger("vestibule.faults.acknowledged", 10_000);

    private Optional<EveryService> running = Optional.empty();

    private CrashRun under(Vendor... vendors) throws Exception {
        var services = EveryService.start(List.of(vendors), PackagedService.SWEEPING_SOON);
        running = Optional.of(services);
        return new CrashRun(services, SEED);
    }

    @AfterEach
    void stop() {
        running.ifPresent(EveryService::close);
        Stage.mend();
    }

    @Test
    void three_kills_of_file_service_lose_nothing_and_leave_nothing() throws Exception {
        var run = under(Vendor.FILE);

        run.killServices(3);

        assertThat(run.settle()).satisfies(CrashMatrixTest::isClean);
    }

    @Test
    @Tag("long")
    void a_kill_of_each_process_loses_nothing_and_leaves_nothing() throws Exception {
        var run = under(Vendor.values());

        run.killEachOnce();

        assertThat(run.settle()).satisfies(CrashMatrixTest::isClean);
    }

    @Test
    @Tag("long")
    void kills_at_any_moment_lose_nothing_and_leave_nothing() throws Exception {
        System.out.println("-Dvestibule.faults.seed=" + SEED);
        var run = under(Vendor.values());
        var end = System.nanoTime() + LASTING.toNanos();

        run.killEachOnce();
        while (System.nanoTime() < end
                && (run.kills() < KILLS || run.acknowledged() < ACKNOWLEDGED)) {
            run.killAny();
        }

        assertThat(run.settle()).satisfies(CrashMatrixTest::isClean);
        assertThat(run.kills()).as("kills").isGreaterThanOrEqualTo(KILLS);
        assertThat(run.acknowledged()).as("acked").isGreaterThanOrEqualTo(ACKNOWLEDGED);
    }

    private static void isClean(Tally tally) {
        assertThat(tally.clean()).as(tally.toString()).isTrue();
    }
}
