package vestibule.intake.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.intake.Eventually.eventually;
import static vestibule.intake.outbox.TestTopics.header;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vestibule.intake.Stack;
import vestibule.intake.TestDatabase;
import vestibule.intake.event.Events;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RelayingEventsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final TestDatabase database = TestDatabase.withOutbox();
    private TestTopics topics;
    private final List<AutoCloseable> opened = new ArrayList<>();

    RelayingEventsTest() throws Exception {
        topics = new TestTopics();
    }

    @AfterEach
    void close() throws Exception {
        for (var each : opened.reversed()) {
            each.close();
        }
        topics.close();
        database.close();
    }

    @Test
    void a_committed_event_arrives_whole_and_leaves_the_table() throws Throwable {
        var event = Events.receivedFrom("user-123");

        var id = replica().started().commit(event);

        var arrived = topics.published(1).getFirst();
        assertThat(arrived.topic()).isEqualTo(topics.received());
        assertThat(arrived.key()).isEqualTo("acme/user-123");
        assertThat(header(arrived, "ce_id")).isEqualTo(id);
        assertThat(header(arrived, "ce_subject")).isEqualTo(event.documentId().toString());
        eventually(SOON, () -> assertThat(waiting()).isZero());
    }

    @Test
    void the_operator_sees_what_was_published_and_what_waits() throws Throwable {
        var replica = replica().started();
        replica.commit(Events.received());

        eventually(
                SOON, () -> assertThat(replica.counted("vestibule.events.published")).isEqualTo(1));
        assertThat(replica.gauge("vestibule.outbox.relay.active")).isEqualTo(1);
        assertThat(replica.gauge("vestibule.outbox.pending")).isBetween(0.0, 1.0);
        assertThat(replica.gauge("vestibule.outbox.oldest.age.seconds")).isBetween(0.0, 20.0);
    }

    /** A day's backlog may be millions: nobody counts them every few seconds. */
    @Test
    void what_waits_is_counted_up_to_a_bound() throws Exception {
        database.execute(
                """
                insert into outbox (event_id, topic, record_key, headers, data, written_at)
                select gen_random_uuid(), 't', 'k', '', '', now() - interval '1 hour'
                from generate_series(1, %d)"""
                        .formatted(OutboxSession.COUNTED + 1));

        try (var session = OutboxSession.take(database.pool()).orElseThrow()) {
            var backlog = session.backlog();

            assertThat(backlog.pending()).isEqualTo(OutboxSession.COUNTED);
            assertThat(backlog.oldest().orElseThrow())
                    .isBefore(Instant.now().minus(Duration.ofMinutes(59)));
        }
    }

    @Nested
    class When_Kafka_is_away {

        @Test
        void nothing_is_lost_and_each_key_stays_in_order() throws Throwable {
            var replica = replica().started();
            var sent = new ConcurrentHashMap<String, List<String>>();
            commit(replica, 100, sent);
            topics.published(1);

            Stack.running().kafka().stop();
            commit(replica, 100, sent);
            Stack.running().kafka().start();
            commit(replica, 100, sent);

            topics.published(300);
            assertThat(firstOccurrencesByKey()).isEqualTo(sent);
            eventually(SOON, () -> assertThat(waiting()).isZero());
        }

        @Test
        void the_relay_starts_and_commits_are_not_held_up() throws Throwable {
            Stack.running().kafka().stop();
            Instant start;
            String id;
            try {
                start = Instant.now();
                id = replica().started().commit(Events.received());

                assertThat(Duration.between(start, Instant.now())).isLessThan(SOON.dividedBy(20));
            } finally {
                Stack.running().kafka().start();
            }
            assertThat(ids(topics.published(1))).containsExactly(id);
        }

        @Test
        void the_relay_stops_within_five_seconds() throws Throwable {
            var replica = replica().started();
            replica.commit(Events.received());
            topics.published(1);
            Stack.running().kafka().pause();
            try {
                replica.commit(Events.received());
                var start = Instant.now();

                replica.close();

                assertThat(Duration.between(start, Instant.now()))
                        .isLessThan(Duration.ofSeconds(5));
            } finally {
                Stack.running().kafka().resume();
            }
            assertThat(waiting()).isEqualTo(1);
        }
    }

    @Nested
    class When_Kafka_refuses_an_event {

        private static final String LIMIT = "max.message.bytes";

        @Test
        void no_later_one_overtakes_it() throws Throwable {
            // From the topic's beginning: a limit that comes later counts when the broker gets to
            // it.
            topics.close();
            topics = new TestTopics(Map.of(LIMIT, "100"));
            var replica = replica().started();
            var received = Events.received();
            var first = replica.commit(received);
            var second = replica.commit(Events.deleted(received));

            eventually(
                    SOON,
                    () ->
                            assertThat(replica.counted("vestibule.outbox.relay.failures"))
                                    .isGreaterThan(2));
            topics.poll(Duration.ofMillis(500));
            assertThat(topics.published(0)).isEmpty();

            takeLargeOnes();
            assertThat(ids(topics.published(2))).containsExactly(first, second);
        }

        private void takeLargeOnes() throws Exception {
            var limit = new AlterConfigOp(new ConfigEntry(LIMIT, "1000000"), OpType.SET);
            var topic = new ConfigResource(ConfigResource.Type.TOPIC, topics.received());
            try (var admin = Admin.create(Map.of("bootstrap.servers", TestTopics.bootstrap()))) {
                admin.incrementalAlterConfigs(Map.of(topic, List.of(limit))).all().get();
            }
        }
    }

    @Nested
    class When_the_database_is_away {

        @Test
        void the_relay_survives_it_without_a_restart() throws Throwable {
            var replica = replica().started();
            replica.commit(Events.received());
            topics.published(1);

            Stack.running().postgres().stop();
            Stack.running().postgres().start();

            eventually(SOON, () -> replica.commit(Events.received()));
            eventually(SOON, () -> assertThat(waiting()).isZero());
            topics.poll(Duration.ofMillis(500));
            assertThat(new LinkedHashSet<>(ids(topics.published(2)))).hasSize(2);
        }

        @Test
        void an_event_sent_but_not_deleted_is_sent_again_under_the_same_id() throws Throwable {
            var failures = new AtomicInteger(2);
            var replica =
                    replica(FailingStatements.at("delete from outbox", failures, database.pool()))
                            .started();

            var id = replica.commit(Events.received());

            assertThat(ids(topics.published(3))).containsExactly(id, id, id);
            eventually(SOON, () -> assertThat(waiting()).isZero());
        }
    }

    @Nested
    class Of_two_relays_on_one_database {

        private final Replica leader = replica().started();
        private final Replica other = replica(otherPool());

        @Test
        void only_one_publishes() throws Throwable {
            eventually(SOON, () -> assertThat(leader.active()).isTrue());
            other.started();
            for (int i = 0; i < 50; i++) {
                other.commit(Events.received());
            }

            assertThat(topics.published(50)).hasSize(50);
            assertThat(other.counted("vestibule.events.published")).isZero();
            assertThat(other.active()).isFalse();
        }

        @Test
        void the_second_takes_over_when_the_first_stops() throws Throwable {
            eventually(SOON, () -> assertThat(leader.active()).isTrue());
            other.started();

            leader.close();

            eventually(SOON, () -> assertThat(other.active()).isTrue());
            var id = other.commit(Events.received());
            assertThat(ids(topics.published(1))).containsExactly(id);
        }

        @Test
        void the_first_stops_publishing_when_its_session_dies() throws Throwable {
            eventually(SOON, () -> assertThat(leader.active()).isTrue());
            other.started();

            database.ask(
                    "select pg_terminate_backend(pid) from pg_locks"
                            + " where locktype = 'advisory' and objid = 'outbox'::regclass::oid");

            eventually(SOON, () -> assertThat(leader.active()).isNotEqualTo(other.active()));
            leader.commit(Events.received());
            other.commit(Events.received());
            assertThat(topics.published(2)).hasSize(2);
        }

        private DataSource otherPool() {
            var pool = database.pool("");
            opened.addFirst(pool);
            return pool;
        }
    }

    private Replica replica() {
        return replica(database.pool());
    }

    private Replica replica(DataSource pool) {
        var replica = new Replica(pool, topics);
        opened.add(replica);
        return replica;
    }

    private static void commit(Replica replica, int events, Map<String, List<String>> sent)
            throws SQLException {
        for (int i = 0; i < events; i++) {
            var event = Events.receivedFrom("user-" + i % 7);
            var id = replica.commit(event);
            sent.computeIfAbsent(event.key(), key -> new ArrayList<>()).add(id);
        }
    }

    /** Without repetitions: what a consumer that de-duplicates sees. */
    private Map<String, List<String>> firstOccurrencesByKey() {
        var found = new ConcurrentHashMap<String, List<String>>();
        for (var event : topics.published(0)) {
            var ids = found.computeIfAbsent(event.key(), key -> new ArrayList<>());
            ids.add(header(event, "ce_id"));
        }
        found.replaceAll((key, ids) -> List.copyOf(new LinkedHashSet<>(ids)));
        return found;
    }

    private static List<String> ids(List<ConsumerRecord<String, String>> events) {
        return events.stream().map(event -> header(event, "ce_id")).toList();
    }

    private int waiting() {
        return Integer.parseInt(database.ask("select count(*) from outbox").getFirst());
    }
}
