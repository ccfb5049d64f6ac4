package vestibule.media;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.media.AnswerAssert.assertThatAnswer;
import static vestibule.media.Image.anImage;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vestibule.intake.client.Kept;
import vestibule.intake.scan.FakeClamd;
import vestibule.validation.samples.Bytes;
import vestibule.validation.samples.Samples;

/** What passes all other checks is also looked at by a scanner: the decoded bytes of it. */
@QuarkusTest
@QuarkusTestResource(MediaServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScanningMediaTest {

    private static final byte[] INFECTED =
            new Bytes().raw(Samples.seedPng()).text(FakeClamd.SIGNATURE).toArray();

    @RegisterExtension final Kept kept = MediaServiceStack.kept();

    private final FakeClamd clamd = FakeClamd.running();

    private String session = "";

    @BeforeEach
    void create() {
        session = Client.ACME.session();
    }

    @AfterEach
    void recover() {
        clamd.recovers();
    }

    @Test
    void an_infected_picture_is_refused_and_its_session_not_started() {
        var answer = Client.ACME.upload(session, anImage().holding(INFECTED)).answer();

        assertThatAnswer(answer)
                .isRefused(400, "1101", "File was rejected by the content scanner")
                .isSignedFor(Client.ACME);
        kept.nothing();
        assertThat(kept.row("select status from session")).containsExactly("CREATED");
    }

    @Test
    void an_infected_picture_frees_its_idempotency_key_for_a_clean_one() {
        Client.ACME
                .upload(session, anImage().holding(INFECTED))
                .with("Idempotency-Key", "k1")
                .answer();

        var clean = Client.ACME.upload(session, anImage()).with("Idempotency-Key", "k1").answer();

        assertThatAnswer(clean).isStored();
    }

    @Test
    void while_the_scanner_is_stopped_nothing_is_kept() {
        clamd.stops();

        assertThatAnswer(Client.ACME.upload(session, anImage()).answer())
                .isRefused(500, "1101", "Something went wrong")
                .hasHeader("Retry-After", "5")
                .isSignedFor(Client.ACME);
        kept.nothing();
    }

    @Test
    void what_else_is_wrong_is_told_instead() {
        clamd.stops();

        assertThatAnswer(Client.ACME.upload(session, anImage().holding(Samples.bmp(1, 1))).answer())
                .isInvalid();
    }
}
