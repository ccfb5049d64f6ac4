package vestibule.ddq;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.ddq.AnswerAssert.assertThatAnswer;
import static vestibule.ddq.Upload.ofIdFront;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.Form;
import vestibule.intake.client.Kept;
import vestibule.validation.samples.Samples;

/** What real clients send. */
@QuarkusTest
@QuarkusTestResource(DdqServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ServingRealClientsTest {

    @RegisterExtension
    @Order(1)
    final Kept kept = DdqServiceStack.kept();

    @RegisterExtension
    @Order(2)
    final Registered user = new Registered();

    /** The bytes of curl's {@code --form}, with its guess of the type and its escapes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: image/png",
                "Content-Type: application/octet-stream",
                "X-No: type",
                "Content-Type: image/png\r\nContent-Transfer-Encoding: binary",
                "Content-Length: 70\r\nMIME-Version: 1.0"
            })
    void is_accepted_with_and_without_a_type(String header) {
        assertThatAnswer(ofIdFront().with(header).answer()).isAccepted();
    }

    @Test
    void is_accepted_with_the_files_first() {
        var form =
                Form.empty()
                        .part(Upload.head("files", "filename=\"a.png\""), Samples.seedPng())
                        .text("file_types", "{\"a.png\":\"ID\"}")
                        .text("user_id", Calls.USER);

        assertThatAnswer(Calls.upload(form).answer()).isAccepted();
    }

    @Test
    void is_accepted_chunked_with_preamble_and_epilogue() {
        var form = ofIdFront().form().after("preamble\r\n").before("\r\nepilogue");

        assertThatAnswer(Calls.upload().chunked(form).answer()).isAccepted();
    }

    @Test
    void is_accepted_with_fields_that_nobody_asked_for() {
        assertThatAnswer(ofIdFront().field("ddq", "x").field("files", "text").answer())
                .isAccepted();
    }

    @Test
    void is_accepted_at_a_path_with_a_slash_at_its_end() {
        var call = Calls.of("POST", Calls.UPLOAD + "/").holding(ofIdFront().form());

        assertThatAnswer(call.answer()).isAccepted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer acme-key", "BEARER   acme-key", "Bearer acme-rotating-out"})
    void is_accepted_with_every_good_key(String authorization) {
        assertThatAnswer(
                        ofIdFront().call().asNobody().with("Authorization", authorization).answer())
                .isAccepted();
    }

    @Test
    void is_named_by_its_request_id() {
        assertThatAnswer(ofIdFront().call().with("X-Request-Id", "r-1").answer())
                .isAccepted()
                .hasHeader("X-Request-Id", "r-1");
    }

    @Test
    void two_enterprises_with_users_of_one_name_never_meet() {
        Calls.register(Calls.USER).as(Calls.GLOBEX).answer();

        ofIdFront().call().as(Calls.GLOBEX).answer();

        assertThat(kept.row("select tenant from document")).containsExactly("globex");
        assertThat(Calls.documents(Calls.USER).answer().json().path("total").intValue()).isZero();
    }
}
