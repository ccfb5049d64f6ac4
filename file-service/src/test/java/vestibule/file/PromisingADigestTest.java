package vestibule.file;

import static vestibule.file.AnswerAssert.assertThatAnswer;
import static vestibule.intake.client.AFile.named;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.Call;
import vestibule.intake.client.Digests;
import vestibule.intake.client.Form;
import vestibule.intake.client.Kept;
import vestibule.validation.samples.Samples;

/** {@code Content-Digest} and {@code Repr-Digest}, of the request and of the part. */
@QuarkusTest
@QuarkusTestResource(FileServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PromisingADigestTest {

    @RegisterExtension final Kept kept = FileServiceStack.kept();

    @ParameterizedTest
    @ValueSource(strings = {"Content-Digest", "Repr-Digest"})
    void is_kept_by_body_and_part_alike(String name) {
        var digest = Digests.header(Samples.seedPng());
        var form = Form.of("passport", named("scan").with(name + ": " + digest));

        var answer = Calls.upload(form).with(name, Digests.header(form.bytes())).answer();

        assertThatAnswer(answer).isStored();
    }

    @ParameterizedTest
    @ValueSource(strings = {"md5=:AAAA:", "sha-512=:AAAA:", "unixsum=:Bx4=:"})
    void of_another_kind_is_ignored(String digest) {
        var form = Form.of("passport", named("scan").with("Content-Digest: " + digest));

        assertThatAnswer(Calls.upload(form).with("Repr-Digest", digest).answer()).isStored();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:",
                "sha-256=:short:",
                "sha-256=plain",
                "nonsense"
            })
    void that_is_broken_or_cannot_be_read_is_refused(String digest) {
        for (var name : List.of("Content-Digest", "Repr-Digest")) {
            var ofPart = Form.of("passport", named("scan").with(name + ": " + digest));
            var ofBody = Calls.upload(Form.of("passport", named("scan"))).with(name, digest);

            refused(Calls.upload(ofPart));
            refused(ofBody);
        }
    }

    @Test
    void among_good_ones_that_is_broken_is_refused() {
        var form = Form.of("passport", named("scan"));
        var digests = Digests.header(form.bytes()) + ", " + Digests.header(new byte[0]);

        refused(Calls.upload(form).with("Content-Digest", digests));
    }

    private void refused(Call call) {
        assertThatAnswer(call.answer())
                .isRefused(422, "digest.mismatch")
                .saying("The digest does not match the content.");
        kept.nothing();
    }
}
