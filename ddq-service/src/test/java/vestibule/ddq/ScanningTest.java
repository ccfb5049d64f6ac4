package vestibule.ddq;

import static vestibule.ddq.AnswerAssert.assertThatAnswer;
import static vestibule.ddq.Upload.ofIdFront;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vestibule.intake.client.Kept;
import vestibule.intake.scan.FakeClamd;
import vestibule.validation.samples.Bytes;
import vestibule.validation.samples.Samples;

/** {@code vestibule.scan}: what passes all other checks is also looked at by a scanner. */
@QuarkusTest
@QuarkusTestResource(DdqServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScanningTest {

    @RegisterExtension
    @Order(1)
    final Kept kept = DdqServiceStack.kept();

    @RegisterExtension
    @Order(2)
    final Registered user = new Registered();

    private final FakeClamd clamd = FakeClamd.running();

    @AfterEach
    void recover() {
        clamd.recovers();
    }

    @Test
    void refuses_all_files_for_an_infected_one_by_its_name() {
        var infected = new Bytes().raw(Samples.seedJpeg()).text(FakeClamd.SIGNATURE).toArray();

        assertThatAnswer(ofIdFront().file("b.jpg", "PoR", infected).answer())
                .isRefused("File was rejected by the content scanner, invalid at file b.jpg");
        kept.nothing();
    }

    @Test
    void keeps_nothing_while_the_scanner_is_stopped() {
        clamd.stops();

        assertThatAnswer(ofIdFront().answer())
                .isRefused(
                        500,
                        "An unknown error has occurred. If this persists, please contact support.")
                .hasHeader("Retry-After", "5");
        kept.nothing();
    }
}
