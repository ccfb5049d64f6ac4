package vestibule.media;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.media.AnswerAssert.assertThatAnswer;
import static vestibule.media.Image.anImage;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.Answer;
import vestibule.intake.client.Call;
import vestibule.intake.client.Kept;
import vestibule.intake.client.Operator;

@QuarkusTest
@QuarkusTestResource(MediaServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class EndingSessionsTest {

    @RegisterExtension final Kept kept = MediaServiceStack.kept();

    private static Call create(String body) {
        return Client.ACME.send("POST", "/v1/sessions", body);
    }

    @Nested
    class Erasing {

        @Test
        void leaves_neither_contents_nor_objects() {
            var session =
                    Client.sessionOf(create("{\"verification\":{\"vendorData\":\"u\"}}").answer());
            var media = Client.ACME.upload(session, anImage()).answer();
            Client.ACME.upload(session, anImage().withTimestamp("\"2025-01-01T10:00Z\"")).answer();

            var answer = Client.ACME.erase(session).answer();

            assertThatAnswer(answer).hasStatus(200).isSignedFor(Client.ACME);
            assertThat(answer.text())
                    .isEqualTo(
                            "{\"status\":\"success\",\"verification\":{\"id\":\""
                                    + session
                                    + "\"}}");
            assertThat(kept.rows()).isZero();
            assertThat(kept.number("select count(*) from media where sha256 <> '' or taken <> ''"))
                    .isZero();
            assertThat(kept.row("select vendor_data, token from session"))
                    .containsExactly(null, "");
            Kept.eventually(() -> assertThat(kept.objects()).isEmpty());
            var id = media.json().path("image").path("id").asText();
            assertThatAnswer(Client.ACME.download(id).answer()).isNotFound();
            assertThatAnswer(Client.ACME.read(session).answer()).isNotFound();
            assertThatAnswer(Client.ACME.erase(session).answer()).isNotFound();
        }

        @Test
        void is_what_the_operator_can_do_at_any_time() {
            var session = Client.ACME.session();
            Client.ACME.upload(session, anImage()).answer();

            erased(session);

            assertThat(kept.rows()).isZero();
            assertThat(kept.row("select token from session where deleted_at is not null"))
                    .containsExactly("");
        }

        /** A copy of an upload's row, not yet committed, in place of one that is under way. */
        @Test
        void takes_what_was_on_its_way_when_the_operator_began() throws Throwable {
            var session = Client.ACME.session();
            Client.ACME.upload(session, anImage()).answer();
            var erasing = new CompletableFuture<Operator.Reply>();

            kept.committing(
                    """
                    select from session for update;
                    insert into media
                    select (jsonb_populate_record(null::media, to_jsonb(media)
                        || jsonb_build_object('id', gen_random_uuid()))).* from media""",
                    () -> {
                        erasing.completeAsync(() -> erased(session));
                        Kept.eventually(() -> assertThat(waiting()).isOne());
                    });

            assertThat(erasing.get(30, TimeUnit.SECONDS).text()).contains("2 documents erased");
            assertThat(kept.rows()).isZero();
        }

        private static Operator.Reply erased(String session) {
            return Operator.asks("erase", "--tenant", "acme", "--subject", session, "--yes");
        }

        private long waiting() {
            return kept.number(
                    "select count(*) from pg_stat_activity where wait_event_type = 'Lock'");
        }

        @Test
        void is_refused_to_the_operator_under_hold_without_documents_too() {
            var session = Client.ACME.session();
            kept.update("update session set held = true");

            var reply = erased(session);

            assertThat(reply.status()).isEqualTo(1);
            assertThat(reply.text()).contains("the subject or a document is held");
            assertThatAnswer(Client.ACME.read(session).answer()).hasStatus(200);
        }

        @Test
        void waits_until_a_submitted_session_is_canceled() {
            var session = Client.ABLE.session();
            Client.ABLE.submit(session).answer();

            var early = Client.ABLE.erase(session).answer();
            assertThatAnswer(early).hasStatus(400).isSignedFor(Client.ABLE);
            assertThat(early.text())
                    .isEqualTo(
                            "{\"status\":400,\"code\":\"1305\",\"message\":\"Session is not in a completed status.\"}");

            Client.ABLE.change(session, "canceled").answer();
            assertThatAnswer(Client.ABLE.erase(session).answer()).hasStatus(200);
        }

        @ParameterizedTest
        @ValueSource(strings = {"session", "media"})
        void is_refused_under_hold(String held) {
            var session = Client.ACME.session();
            Client.ACME.upload(session, anImage()).answer();
            kept.update("update " + held + " set held = true");

            assertThatAnswer(Client.ACME.erase(session).answer())
                    .isRefused(409, "1303", "Invalid status.");
            kept.exactly(1);
        }

        @Test
        void is_limited_to_5_an_hour_and_10_a_day_where_the_operator_wants_it() {
            for (var i = 0; i < 5; i++) {
                assertThatAnswer(Client.ACME.erase(Client.ACME.session()).answer()).hasStatus(200);
            }
            var session = Client.ACME.session();

            assertThatAnswer(Client.ACME.erase(session).answer())
                    .isRefused(429, "1101", "Too many requests")
                    .hasHeader("Retry-After", "1")
                    .isSignedFor(Client.ACME);
            assertThatAnswer(Client.GLOBEX.erase(Client.GLOBEX.session()).answer()).hasStatus(200);

            kept.update("update session set deleted_at = deleted_at - interval '2 hours'");
            for (var i = 0; i < 5; i++) {
                assertThatAnswer(Client.ACME.erase(Client.ACME.session()).answer()).hasStatus(200);
            }
            kept.update("update session set deleted_at = deleted_at - interval '2 hours'");
            assertThatAnswer(Client.ACME.erase(session).answer()).isRefused(429, "1101");
        }
    }

    @Nested
    class While_others_erase {

        @Test
        void no_more_are_erased_than_the_limit_allows() throws Exception {
            var sessions = Stream.generate(Client.ACME::session).limit(12).toList();
            var answers = new ArrayList<Future<Answer>>();
            try (var clients = Executors.newFixedThreadPool(12)) {
                for (var session : sessions) {
                    answers.add(clients.submit(() -> Client.ACME.erase(session).answer()));
                }
            }

            assertThat(answers.stream().map(Future::resultNow).filter(one -> one.status() == 200))
                    .hasSize(5);
        }
    }

    @Nested
    class While_uploads_come {

        private static final int CLIENTS = 10;

        @Test
        void submitting_lets_in_only_what_was_there_before() throws Exception {
            var session = Client.ACME.session();
            var stored = new ConcurrentLinkedQueue<String>();

            try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
                var last =
                        IntStream.range(0, CLIENTS)
                                .mapToObj(_ -> clients.submit(() -> upload(session, stored)))
                                .toList();
                Kept.eventually(() -> assertThat(stored).hasSizeGreaterThan(3));
                assertThatAnswer(Client.ACME.submit(session).answer()).hasStatus(200);
                var seen = seen(session);

                for (var refused : last) {
                    assertThatAnswer(refused.get())
                            .isRefused(409, "1303", "Invalid status.")
                            .isSignedFor(Client.ACME);
                }
                assertThat(stored).containsExactlyInAnyOrderElementsOf(seen);
                kept.exactly(stored.size());
            }
        }

        /** One after the other until one is not stored, and returns that answer. */
        private static Answer upload(String session, Collection<String> stored) {
            var deadline = Instant.now().plusSeconds(30);
            while (true) {
                var answer = Client.ACME.upload(session, anImage()).answer();
                if (answer.status() != 200 || Instant.now().isAfter(deadline)) {
                    return answer;
                }
                stored.add(answer.json().path("image").path("id").asText());
            }
        }

        private static List<String> seen(String session) {
            return Client.ACME.list(session).answer().json().path("images").findValuesAsText("id");
        }
    }
}
