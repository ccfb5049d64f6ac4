package vestibule.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import vestibule.local.faults.FaultyWire.Fate;

/** Outages of what all five services stand on; their store is behind a wire that can fail. */
@Timeout(600)
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutagesTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    /** The contracts' 5 s from the last body byte, and one for a busy machine. */
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(6);

    private static final Duration RECOVERS_WITHIN = Duration.ofSeconds(10);
    private static final Duration SHORTLY = Duration.ofSeconds(10);
    private static final Duration LONG =
            Duration.parse(System.getProperty("vestibule.faults.without-kafka", "PT5M"));
    private static final int WARM_UP = 10;
    private static final int UPLOADS_ON_A_BAD_WIRE = 30;
    private static final int ONE_IN = 10;

    private static FaultyWire wire;
    private static EveryService services;

    enum Fault {
        STORE_FAILS,
        STORE_HANGS,
        STORE_STOPPED,
        STORE_PAUSED,
        DATABASE_STOPPED,
        DATABASE_PAUSED;

        private void begin() {
            var stack = Stage.stack();
            switch (this) {
                case STORE_FAILS -> wire.become(Fate.FAILS, 1);
                case STORE_HANGS -> wire.become(Fate.HANGS, 1);
                case STORE_STOPPED -> stack.s3().stop();
                case STORE_PAUSED -> stack.s3().pause();
                case DATABASE_STOPPED -> stack.postgres().stop();
                case DATABASE_PAUSED -> stack.postgres().pause();
            }
        }
    }

    /** The subjects of two uploads, made while that was possible. */
    private record Prepared(Load load, String small, String large) {}

    @BeforeAll
    static void start() throws Exception {
        wire = new FaultyWire(Stage.stack().s3().port());
        services =
                EveryService.start(
                        Map.of(
                                "quarkus.s3.endpoint-override", wire.uri().toString(),
                                "vestibule.sweep.grace", "20s",
                                "vestibule.sweep.lookback", "2h",
                                "vestibule.sweep.every", "1s",
                                "vestibule.sweep.delay", "1s"));
        atEach(OutagesTest::warmUp);
    }

    /** The first uploads of five services at once take seconds whatever fails. */
    private static Load warmUp(Load load) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            assertThat(load.upload(load.newSubject(), Load.SMALL).succeeded()).isTrue();
        }
        return load;
    }

    @AfterEach
    void mend() {
        wire.mend();
        Stage.mend();
    }

    @AfterAll
    static void in_the_end_nothing_is_lost_or_left() throws Exception {
        try (var _ = wire;
                var _ = services) {
            assertThat(services.settle().values()).allMatch(Tally::clean);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STORE_HANGS", "DATABASE_PAUSED"})
    void an_outage_is_answered_as_documented_and_over_without_a_restart(Fault fault)
            throws Exception {
        isAnsweredAndOver(fault);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"STORE_HANGS", "DATABASE_PAUSED"})
    @Tag("long")
    void one_that_shows_at_once_is_too(Fault fault) throws Exception {
        isAnsweredAndOver(fault);
    }

    private void isAnsweredAndOver(Fault fault) throws Exception {
        var clients = atEach(load -> new Prepared(load, load.newSubject(), load.newSubject()));

        fault.begin();
        var answers = new ArrayList<Answer>();
        answers.addAll(AtOnce.each(clients, one -> one.load.upload(one.small, Load.SMALL)));
        answers.addAll(AtOnce.each(clients, one -> one.load.upload(one.large, Load.LARGE)));
        atEach(load -> awaitReady(load, false));
        mend();
        atEach(OutagesTest::awaitRecovery);

        assertThat(answers)
                .allSatisfy(
                        answer -> {
                            assertThat(answer.succeeded()).as(answer.toString()).isFalse();
                            assertThat(answer.waited()).isLessThan(ANSWERED_WITHIN);
                        });
        atEach(load -> awaitReady(load, true));
        atEach(OutagesTest::awaitNothingInMemory);
    }

    /** As documented when the answer is no success: the load sees to that. */
    @ParameterizedTest
    @EnumSource(names = {"HANGS", "IS_CUT"})
    void a_store_that_fails_one_call_in_ten_loses_nothing(Fate fate) throws Exception {
        losesNothing(fate);
    }

    @Test
    @Tag("long")
    void one_that_says_so_does_neither() throws Exception {
        losesNothing(Fate.FAILS);
    }

    private void losesNothing(Fate fate) throws Exception {
        var faultsBefore = wire.faults();
        wire.become(fate, ONE_IN);
        var accepted = atEach(OutagesTest::uploadsOnABadWire);
        var faults = wire.faults() - faultsBefore;
        mend();

        System.out.printf(
                "%d calls: %s; accepted of %d: %s%n",
                faults, fate, UPLOADS_ON_A_BAD_WIRE, accepted);
        assertThat(faults).isGreaterThan(UPLOADS_ON_A_BAD_WIRE / ONE_IN);
        assertThat(accepted)
                .allSatisfy(each -> assertThat(each).isGreaterThan(UPLOADS_ON_A_BAD_WIRE / 2));
    }

    private static int uploadsOnABadWire(Load load) throws Exception {
        var accepted = 0;
        for (int i = 0; i < UPLOADS_ON_A_BAD_WIRE; i++) {
            var answer = load.upload(load.newSubject(), Load.SMALL);
            assertThat(answer.waited()).as(load.toString()).isLessThan(ANSWERED_WITHIN);
            accepted += answer.succeeded() ? 1 : 0;
        }
        return accepted;
    }

    @Test
    void while_Kafka_is_away_uploads_go_on_and_their_events_follow() throws Exception {
        goesOnWithoutKafka(SHORTLY);
    }

    @Test
    @Tag("long")
    void while_Kafka_is_away_for_minutes_uploads_go_on_too() throws Exception {
        goesOnWithoutKafka(LONG);
    }

    private static void goesOnWithoutKafka(Duration length) throws Exception {
        Stage.stack().kafka().stop();
        var acknowledged = atEach(Load::acknowledged);
        var failed = atEach(Load::failed);
        atEach(load -> load.begin(1));
        Eventually.pause(length);
        var ready = atEach(load -> load.server().ready());
        atEach(Load::end);
        Stage.stack().kafka().start();

        assertThat(ready).containsOnly(true);
        assertThat(atEach(Load::failed)).isEqualTo(failed);
        assertThat(atEach(Load::acknowledged)).isNotEqualTo(acknowledged);
        atEach(Load::awaitTold);
    }

    private static Load awaitReady(Load load, boolean ready) {
        Eventually.is(load + " ready: " + ready, SOON, () -> load.server().ready() == ready);
        return load;
    }

    private static Load awaitRecovery(Load load) {
        Eventually.get(
                load + " recovers",
                RECOVERS_WITHIN,
                () -> load.upload(load.newSubject(), Load.SMALL),
                Answer::succeeded);
        return load;
    }

    private static Load awaitNothingInMemory(Load load) {
        Eventually.is(
                load + " frees its buffers",
                SOON,
                () -> load.server().metric("vestibule_buffer_reserved_bytes") == 0);
        return load;
    }

    private static <R> List<R> atEach(AtOnce<Load, R> action) throws Exception {
        return AtOnce.each(services.loads(), action);
    }
}
