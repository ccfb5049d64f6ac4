package vestibule.document;

import static vestibule.document.AnswerAssert.assertThatAnswer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vestibule.intake.client.AFile;
import vestibule.intake.client.Kept;
import vestibule.intake.scan.FakeClamd;
import vestibule.validation.samples.Bytes;
import vestibule.validation.samples.Samples;

/** What the content scanner has to say of documents; of references it is not asked. */
@QuarkusTest
@QuarkusTestResource(DocumentServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScanningADocumentTest {

    private static final String REJECTED = "file: The file was rejected by the content scanner.";

    private static final byte[] INFECTED =
            new Bytes().raw(Samples.seedPng()).text(FakeClamd.SIGNATURE).toArray();

    @RegisterExtension final Kept kept = DocumentServiceStack.kept();

    private final FakeClamd clamd = FakeClamd.running();

    @AfterEach
    void recover() {
        clamd.recovers();
    }

    @Test
    void an_infected_document_is_refused_as_bytes_and_as_Base64() {
        var form = Calls.form(AFile.named("a.png").holding(INFECTED));

        assertThatAnswer(Calls.add(form).answer()).isInvalid(REJECTED);
        assertThatAnswer(Calls.add(Calls.json(Calls.base64(INFECTED))).answer())
                .isInvalid(REJECTED);
        kept.nothing();
    }

    @Test
    void infected_bytes_leave_a_document_awaited() {
        var awaited = Calls.awaited();
        var path = Calls.fileOf(awaited);

        assertThatAnswer(Calls.put(path).holding("image/png", INFECTED).answer())
                .isInvalid(REJECTED);
        kept.nothing();

        assertThatAnswer(Calls.put(path).holding("image/png", Samples.seedPng()).answer())
                .hasStatus(200);
    }

    @Test
    void without_the_scanner_nothing_is_kept_but_references() {
        clamd.stops();

        assertThatAnswer(Calls.add(Calls.form()).answer())
                .isRefused(503, "Service unavailable.")
                .hasHeader("Retry-After", "5");
        assertThatAnswer(Calls.awaited()).isAwaited();
        kept.nothing();
    }
}
