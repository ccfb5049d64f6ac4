package vestibule.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Five services whose store is behind a wire that can fail. */
@Tag("long")
@Timeout(900)
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutagesOfEveryServiceTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    /** The contracts' 5 s from the last body byte, and one for a busy machine. */
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(6);

    private static final Duration RECOVERS_WITHIN = Duration.ofSeconds(10);
    private static final Duration WITHOUT_KAFKA =
            Duration.parse(System.getProperty("vestibule.faults.without-kafka", "PT5M"));
    private static final int SIZE = 20_000;
    private static final int UPLOADS_ON_A_BAD_WIRE = 50;

    private static final AtomicLong SEEDS = new AtomicLong(System.nanoTime());
    private static FaultyWire wire;
    private static EveryService services;

    enum Fault {
        STORE_FAILS,
        STORE_HANGS,
        STORE_STOPPED,
        DATABASE_STOPPED;

        private void begin() {
            switch (this) {
                case STORE_FAILS -> wire.become(FaultyWire.Mode.FAILING);
                case STORE_HANGS -> wire.become(FaultyWire.Mode.HANGING);
                case STORE_STOPPED -> Stage.stack().s3().stop();
                case DATABASE_STOPPED -> Stage.stack().postgres().stop();
            }
        }
    }

    @BeforeAll
    static void start() throws Exception {
        wire = new FaultyWire(Stage.stack().s3().port());
        services =
                EveryService.start(
                        List.of(Vendor.values()),
                        Map.of("quarkus.s3.endpoint-override", wire.uri().toString()));
    }

    @AfterEach
    void mend() {
        wire.become(FaultyWire.Mode.PASSING);
        Stage.mend();
    }

    @AfterAll
    static void stop() throws Exception {
        services.close();
        wire.close();
    }

    @ParameterizedTest
    @EnumSource
    void an_outage_is_answered_as_documented_and_over_without_a_restart(Fault fault)
            throws Exception {
        var subjects = new ArrayList<String>();
        for (var load : services.loads()) {
            subjects.add(load.vendor().newSubject(load.server().client()));
        }
        fault.begin();
        for (var load : services.loads()) {
            var answer = upload(load, subjects.get(load.vendor().ordinal()));
            assertThat(load.vendor().isUnavailable(answer)).as(load + ": " + answer).isTrue();
            assertThat(answer.waited()).as(load.toString()).isLessThan(ANSWERED_WITHIN);
        }

        mend();

        for (var load : services.loads()) {
            Eventually.is(
                    load + " recovers",
                    RECOVERS_WITHIN,
                    () -> upload(load, subjects.get(load.vendor().ordinal())).status() / 100 == 2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_store_that_cuts_one_call_in_ten_loses_nothing(Vendor vendor) throws Exception {
        var load = services.of(vendor);
        wire.become(FaultyWire.Mode.CUTTING);
        var accepted = 0;
        for (int i = 0; i < UPLOADS_ON_A_BAD_WIRE; i++) {
            var answer = upload(load, vendor.newSubject(load.server().client()));
            var good = answer.status() / 100 == 2;
            assertThat(good || vendor.isUnavailable(answer)).as(answer.toString()).isTrue();
            assertThat(answer.waited()).isLessThan(ANSWERED_WITHIN);
            accepted += good ? 1 : 0;
        }

        System.out.printf("%s on a bad wire: %d of %d%n", vendor, accepted, UPLOADS_ON_A_BAD_WIRE);
        assertThat(accepted).isGreaterThan(UPLOADS_ON_A_BAD_WIRE / 2);
    }

    @Test
    void without_Kafka_no_upload_fails_and_all_is_told_afterwards() throws Exception {
        Stage.stack().kafka().stop();
        for (var load : services.loads()) {
            load.begin(1);
        }
        Thread.sleep(WITHOUT_KAFKA);
        for (var load : services.loads()) {
            load.end();
        }
        Stage.stack().kafka().start();

        try (var events = new Events(Stage.stack())) {
            for (var load : services.loads()) {
                var books = Stage.books(load.vendor());
                Eventually.is("all is told", SOON, () -> books.waitingEvents() == 0);
                var tally =
                        Eventually.get(
                                "read",
                                SOON,
                                () -> load.accounts().settle(events.all()),
                                now -> now.lost() == 0);
                assertThat(tally.acknowledged()).as(load.toString()).isPositive();
                assertThat(tally.refused() + tally.unknown()).as(load.toString()).isZero();
                assertThat(tally.differingIds() + tally.disordered()).as(load.toString()).isZero();
            }
        }
    }

    private static Answer upload(Load load, String subject) throws Exception {
        var paper = new Paper(SIZE, SEEDS.incrementAndGet());
        return load.server().client().send(load.vendor().upload(subject, paper));
    }
}
