package vestibule.file;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.file.AnswerAssert.assertThatAnswer;
import static vestibule.intake.client.AFile.aFile;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vestibule.intake.client.Events;
import vestibule.intake.client.Form;
import vestibule.intake.client.Kept;
import vestibule.intake.client.Operator;
import vestibule.intake.event.EventSchema;

/** Files that go without their client's asking: their time is over, or the operator erases them. */
@QuarkusTest
@QuarkusTestResource(FileServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class LosingFilesTest {

    private static final String TOMBSTONE =
            "select name, sha256, deletion_reason, deleted_at is not null from file";

    @RegisterExtension final Kept kept = FileServiceStack.kept();

    private static String stored() {
        return Calls.idOf(Calls.upload(Form.of("passport", aFile())).answer());
    }

    private static void assertThatDeletionIsTold(String id, String reason) throws Exception {
        try (var events = new Events()) {
            var deletion = events.of(id, 2).getLast();
            assertThat(deletion.topic()).isEqualTo("document-deleted");
            assertThat(EventSchema.faultsOfDeleted(deletion.value())).isEmpty();
            assertThat(new JsonMapper().readTree(deletion.value()).path("reason").asText())
                    .isEqualTo(reason);
        }
    }

    @Nested
    class When_their_time_is_over {

        @Test
        void they_leave_a_tombstone_and_an_event_and_no_object() throws Exception {
            var id = stored();
            kept.update("update file set retain_until = now()");

            Kept.eventually(() -> assertThat(kept.objects()).isEmpty());
            assertThat(kept.row(TOMBSTONE)).containsExactly("", "", "retention", "t");
            assertThatAnswer(Calls.get("/v1/files/" + id).answer()).isRefused(404, "not.found");
            assertThatDeletionIsTold(id, "retention");
        }

        @Test
        void they_go_though_others_are_held() {
            var held = stored();
            kept.update("update file set held = true");
            stored();
            kept.update("update file set retain_until = now()");

            Kept.eventually(() -> assertThat(kept.rows()).isEqualTo(1));
            assertThatAnswer(Calls.get("/v1/files/" + held + "/contents").answer()).hasStatus(200);
        }

        @Test
        void and_not_before_the_setting_says() {
            stored();

            assertThat(kept.row("select retain_until - created_at from file"))
                    .containsExactly("3650 days");
        }
    }

    @Nested
    class Erased {

        @Test
        void by_the_operator_they_leave_a_tombstone_and_an_event_and_no_object() throws Exception {
            var id = stored();

            var reply = Operator.typing("yes\n", "erase", "--tenant", "acme", "--document", id);

            assertThat(reply.status()).isZero();
            assertThat(reply.text()).startsWith("1 documents, 0 of them held");
            assertThat(kept.row(TOMBSTONE)).containsExactly("", "", "erasure", "t");
            Kept.eventually(() -> assertThat(kept.objects()).isEmpty());
            assertThatDeletionIsTold(id, "erasure");
        }

        @Test
        void they_are_not_while_held() {
            var id = stored();
            kept.update("update file set held = true");

            var reply = Operator.asks("erase", "--tenant", "acme", "--document", id, "--yes");

            assertThat(reply.status()).isEqualTo(1);
            kept.exactly(1);
        }

        @Test
        void they_are_not_without_a_clear_yes() {
            var id = stored();

            var reply = Operator.typing("\n", "erase", "--tenant", "acme", "--document", id);

            assertThat(reply.status()).isEqualTo(1);
            kept.exactly(1);
        }

        @Test
        void they_are_not_under_the_name_of_another_client() {
            var id = stored();

            var reply = Operator.asks("erase", "--tenant", "globex", "--document", id, "--yes");

            assertThat(reply.text()).startsWith("0 documents");
            kept.exactly(1);
        }

        @Test
        void they_are_not_when_nobody_says_which() {
            stored();

            var reply = Operator.asks("erase", "--tenant", "acme", "--yes");

            assertThat(reply.status()).isEqualTo(2);
            kept.exactly(1);
        }
    }
}
