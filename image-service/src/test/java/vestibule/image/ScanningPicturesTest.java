package vestibule.image;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.image.AnswerAssert.assertThatAnswer;
import static vestibule.image.Calls.base64;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vestibule.intake.client.Kept;
import vestibule.intake.scan.FakeClamd;
import vestibule.validation.samples.Samples;

/** What passes all other checks is also looked at by a scanner. */
@QuarkusTest
@QuarkusTestResource(ImageServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScanningPicturesTest {

    @RegisterExtension final Kept kept = ImageServiceStack.kept();

    private final FakeClamd clamd = FakeClamd.running();

    @AfterEach
    void recover() {
        clamd.recovers();
    }

    @Test
    void one_infected_picture_refuses_all_of_the_call() {
        var infected = new ByteArrayOutputStream();
        infected.writeBytes(Samples.jpeg(1, 1));
        infected.writeBytes(FakeClamd.SIGNATURE.getBytes(US_ASCII));
        var form =
                Calls.passport(Calls.submission())
                        .text("selfieImage", base64(infected.toByteArray()));

        assertThatAnswer(Calls.put(form).answer())
                .isRefused("invalid_data", "Image was rejected by the content scanner.");

        kept.nothing();
    }

    @Test
    void a_scanner_that_is_down_is_a_processing_error_and_the_old_picture_stays() {
        var submission = Calls.submission();
        Calls.put(Calls.passport(submission)).answer();
        clamd.stops();
        var form = Calls.form(submission).text("idImage", base64(Samples.png(2, 2)));

        assertThatAnswer(Calls.put(form).answer())
                .isRefused("processing_error", "Failed to put image.")
                .hasHeader("Retry-After", "5");

        kept.exactly(1);
        assertThat(Calls.picture(submission, "idImage").bytes()).isEqualTo(Samples.seedPng());
    }
}
