package vestibule.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.Stripe;
import com.stripe.exception.StripeException;
import com.stripe.model.File;
import com.stripe.net.RequestOptions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vestibule.intake.client.Call;
import vestibule.intake.client.Kept;
import vestibule.validation.samples.Samples;

/** A client that nobody here wrote: stripe-java, unmodified. */
@QuarkusTest
@QuarkusTestResource(FileServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class UploadingWithStripeTest {

    @RegisterExtension final Kept kept = FileServiceStack.kept();

    @TempDir Path folder;

    @BeforeEach
    void point_stripe_at_the_service() {
        var server = Call.server().toString();
        Stripe.overrideUploadBase(
                server.endsWith("/") ? server.substring(0, server.length() - 1) : server);
    }

    @AfterEach
    void point_stripe_back() {
        Stripe.overrideUploadBase(Stripe.UPLOAD_API_BASE);
    }

    @Test
    void stores_the_file() throws Exception {
        var response = upload(options().build());

        assertThat(response.getLastResponse().code()).isEqualTo(201);
        kept.exactly(1);
        assertThat(kept.row("select name, type, vendor_type from file"))
                .containsExactly("passport.png", "image/png", "passport");
        assertThat(kept.objects().getFirst()).hasBinaryContent(Samples.seedPng());
    }

    @Test
    void replays_when_it_tries_again() throws Exception {
        var options = options().setIdempotencyKey("stripe-1").build();

        var first = upload(options);
        var second = upload(options);

        assertThat(second.getLastResponse().body()).isEqualTo(first.getLastResponse().body());
        assertThat(second.getLastResponse().headers().firstValue("Idempotent-Replayed"))
                .contains("true");
        kept.exactly(1);
    }

    private static RequestOptions.RequestOptionsBuilder options() {
        return RequestOptions.builder().setApiKey(Calls.ACME);
    }

    private File upload(RequestOptions options) throws IOException, StripeException {
        var passport = Files.write(folder.resolve("passport.png"), Samples.seedPng());
        return File.create(Map.of("purpose", "passport", "file", passport.toFile()), options);
    }
}
