package vestibule.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.intake.client.AFile.aFile;
import static vestibule.intake.client.Events.header;
import static vestibule.intake.client.Kept.eventually;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.Events;
import vestibule.intake.client.Form;
import vestibule.intake.client.Kept;
import vestibule.intake.client.Operator;
import vestibule.validation.samples.Samples;

/** {@code replay}: events of the past, told once more. */
@QuarkusTest
@QuarkusTestResource(FileServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReplayingEventsTest {

    private static Events events;

    @RegisterExtension final Kept kept = FileServiceStack.kept();

    @BeforeAll
    static void read() {
        events = new Events();
    }

    @AfterAll
    static void stopReading() {
        events.close();
    }

    private static String stored() {
        var answer =
                Calls.upload(Form.of("passport", aFile().holding(Samples.jpeg(1280, 960))))
                        .with(
                                "traceparent",
                                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                        .answer();
        return Calls.idOf(answer);
    }

    private static String deleted() {
        var id = stored();
        Calls.delete("/v1/files/" + id).answer();
        return id;
    }

    /** Rows like those that are there, told a little later. */
    private void copy(int times) {
        kept.update(
                """
                insert into file (id, tenant, batch_id, category, document_type, side,
                    vendor_type, vendor, media_type, size, sha256, scan, object_key, event_id,
                    event_time, created_at, name, type)
                select gen_random_uuid(), tenant, batch_id, category, document_type, side,
                    vendor_type, vendor, media_type, size, sha256, scan, object_key,
                    overlay(gen_random_uuid()::text placing '7' from 15)::uuid,
                    event_time + n / 2 * interval '1 ms', created_at, name, type
                  from (select * from file limit 1) one, generate_series(1, ?) n""",
                times);
    }

    private static List<Object> told(ConsumerRecord<String, String> event) {
        return List.of(
                event.topic(),
                event.key(),
                event.value(),
                Arrays.stream(event.headers().toArray())
                        .map(header -> header.key() + "=" + new String(header.value(), UTF_8))
                        .toList());
    }

    @Nested
    class Sends {

        @Test
        void the_very_event_of_a_document_that_is_there() {
            var id = stored();
            var first = events.of(id, 1).getFirst();

            var reply = Operator.asks("replay", "--tenant", "acme", "--yes");

            assertThat(reply.status()).isZero();
            assertThat(told(events.of(id, 2).getLast())).isEqualTo(told(first));
        }

        @Test
        void of_a_document_that_is_gone_its_deletion_alone() {
            var id = deleted();
            var deletion = events.of(id, 2).getLast();

            Operator.asks("replay", "--tenant", "acme", "--yes");

            assertThat(told(events.of(id, 3).getLast())).isEqualTo(told(deletion));
            assertThat(kept.events()).isEqualTo(3);
        }

        @Test
        void nothing_of_another_client() {
            stored();

            Operator.asks("replay", "--tenant", "globex", "--yes");

            assertThat(kept.events()).isEqualTo(1);
        }

        @Test
        void what_was_told_from_then_on_and_before_then() {
            var ids = List.of(stored(), stored(), stored());
            var times =
                    ids.stream()
                            .map(
                                    id ->
                                            Instant.parse(
                                                    header(events.of(id, 1).getFirst(), "ce_time")))
                            .toList();

            Operator.asks(
                    "replay",
                    "--from",
                    times.get(1).toString(),
                    "--to",
                    times.get(2).toString(),
                    "--yes");

            events.of(ids.get(0), 1);
            events.of(ids.get(1), 2);
            events.of(ids.get(2), 1);
        }

        @Test
        void more_than_a_page_in_the_order_of_their_times() {
            var id = stored();
            events.of(id, 1);
            copy(2499);

            var reply =
                    Operator.asks(
                            "replay", "--to", Instant.now().plusSeconds(60).toString(), "--yes");

            assertThat(reply.text()).contains("1000 of 2500", "2000 of 2500", "has all 2500");
            assertThat(kept.events()).isEqualTo(2501);
        }
    }

    @Nested
    class While_documents_are_deleted {

        @Test
        void waits_for_a_deletion_under_way_and_leaves_its_document_out() throws Throwable {
            var id = stored();
            outboxIsEmpty();
            var calls = new ArrayList<Future<?>>();
            try (var others = Executors.newFixedThreadPool(2)) {
                kept.holding(
                        "lock table outbox in share row exclusive mode",
                        () -> {
                            calls.add(
                                    others.submit(() -> Calls.delete("/v1/files/" + id).answer()));
                            sessionsWait(1);
                            calls.add(others.submit(() -> Operator.asks("replay", "--yes")));
                            sessionsWait(2);
                        });
            }
            for (var call : calls) {
                call.get();
            }

            assertThat(events.of(id, 3))
                    .extracting(ConsumerRecord::topic)
                    .containsExactly("document-received", "document-deleted", "document-deleted");
        }

        @Test
        void tells_of_none_after_its_deletion() {
            var ids = Stream.generate(ReplayingEventsTest::stored).limit(40).toList();
            copy(300);
            try (var client = Executors.newSingleThreadExecutor()) {
                var deletions =
                        client.submit(
                                () -> ids.forEach(id -> Calls.delete("/v1/files/" + id).answer()));
                while (!deletions.isDone()) {
                    Operator.asks("replay", "--yes");
                }
            }
            outboxIsEmpty();

            assertThat(ids)
                    .allSatisfy(
                            id ->
                                    assertThat(events.last(id).topic())
                                            .isEqualTo("document-deleted"));
        }

        private void outboxIsEmpty() {
            eventually(() -> assertThat(kept.number("select count(*) from outbox")).isZero());
        }

        private void sessionsWait(int sessions) {
            eventually(
                    () ->
                            assertThat(
                                            kept.number(
                                                    "select count(distinct pid) from pg_locks"
                                                            + " where not granted"))
                                    .isEqualTo(sessions));
        }
    }

    @Nested
    class Asks_before {

        @Test
        void and_says_how_many() {
            stored();
            deleted();

            var reply = Operator.typing("y\n", "replay");

            assertThat(reply.status()).isZero();
            assertThat(reply.text())
                    .startsWith("2 events from")
                    .contains("1 of documents received, 1 of documents deleted")
                    .contains("Send them again? [y/N]");
            assertThat(kept.events()).isEqualTo(5);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "\n", "n\n", "yesterday\n"})
        void and_sends_nothing_without_a_clear_yes(String typed) {
            stored();

            var reply = Operator.typing(typed, "replay");

            assertThat(reply.status()).isEqualTo(1);
            assertThat(kept.events()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--from yesterday",
                "--form 2026-11-20",
                "--tenant",
                "acme",
                "--document 0199f6c2-7d3e-7c41-9a53-5b7f0c7f1f10"
            })
    void refuses_what_cannot_be_meant(String options) {
        stored();

        var reply = Operator.asks(("replay --yes " + options).split(" "));

        assertThat(reply.status()).isEqualTo(2);
        assertThat(kept.events()).isEqualTo(1);
    }
}
