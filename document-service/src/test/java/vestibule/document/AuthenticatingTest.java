package vestibule.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.document.AnswerAssert.assertThatAnswer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.client.Answer;
import vestibule.intake.client.Call;
import vestibule.intake.client.ErrorLog;
import vestibule.intake.client.Kept;
import vestibule.intake.probe.Talk;

@QuarkusTest
@QuarkusTestResource(DocumentServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AuthenticatingTest {

    @RegisterExtension final Kept kept = DocumentServiceStack.kept();

    private static Call add(String token) {
        return Calls.add(Calls.form()).as(token);
    }

    private static String ownerOf(Answer answer, Kept kept) {
        assertThatAnswer(answer).isStored();
        return String.join("/", kept.row("select tenant, subject_id from document"));
    }

    @Nested
    class Lets_in {

        @ParameterizedTest
        @CsvSource({
            "acme-token, acme/client-42",
            "acme-rotating-out, acme/client-42",
            "acme-other-token, acme/client-43"
        })
        void every_key_as_its_subject(String token, String owner) {
            assertThat(ownerOf(add(token).answer(), kept)).isEqualTo(owner);
        }

        @ParameterizedTest
        @ValueSource(strings = {"Bearer ", "bearer ", "BEARER    "})
        void the_scheme_in_any_case_with_any_spaces(String scheme) {
            assertThatAnswer(
                            Calls.get(Calls.DOCUMENTS)
                                    .asNobody()
                                    .with("Authorization", scheme + Calls.ACME)
                                    .answer())
                    .hasStatus(200);
        }

        @ParameterizedTest
        @CsvSource({
            "RS, RS256",
            "RS, RS384",
            "RS, RS512",
            "RS, PS256",
            "RS, PS384",
            "RS, PS512",
            "ES256, ES256",
            "ES384, ES384",
            "ES512, ES512",
            "EdDSA, EdDSA"
        })
        void whoever_a_signed_token_means(String key, String algorithm) {
            var token = Tokens.good().of("client-77").signedBy(key, algorithm).text();

            assertThat(ownerOf(add(token).answer(), kept)).isEqualTo("acme/client-77");
        }

        @ParameterizedTest
        @CsvSource({"exp, -50", "nbf, 50", "iat, 50", "iat, -100000000"})
        void a_token_within_its_time_and_a_minute_of_leeway(String claim, long seconds) {
            read(Tokens.good().at(claim, seconds).text()).hasStatus(200);
        }

        @Test
        void a_token_for_several_audiences() {
            var token = Tokens.good().with("aud", List.of("elsewhere", "vestibule"));

            read(token.text()).hasStatus(200);
        }

        @Test
        void a_token_that_names_no_key() {
            read(Tokens.good().underKeyId(null).text()).hasStatus(200);
        }

        @Test
        void the_longest_subject() {
            read(Tokens.good().of("s".repeat(255)).text()).hasStatus(200);
        }
    }

    @Nested
    class Answers_401 {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "unknown",
                    "acme-old",
                    "acme-soon",
                    "gone-token",
                    "image-token",
                    "ACME-TOKEN",
                    "acme-token x",
                    "a.b.c",
                    "..",
                    "eyJhbGciOiJub25lIn0.e30.",
                    "eyJhbGciOiJub25lIn0.eyJpc3MiOiJodHRwczovL2lkLmV4YW1wbGUuY29tL2t5YyIsInN1YiI6ImNsaWVudC03NyIsImF1ZCI6InZlc3RpYnVsZSIsImV4cCI6OTk5OTk5OTk5OX0.",
                    "eyJhbGciOjUsImtpZCI6Wzhdfq.eyJpc3MiOjV9.AA",
                    "W1tbW1tb.W1tbW1tb.AA"
                })
        void to_every_token_that_is_not_good_here_and_now(String token) {
            refused(add(token));
        }

        @ParameterizedTest
        @MethodSource("vestibule.document.AuthenticatingTest#spoilt")
        void to_a_signed_token_with_anything_wrong(String token) {
            refused(add(token));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"acme-token", "Bearer", "Beareracme-token", "Basic YWNtZS10b2tlbg=="})
        void to_whatever_is_not_a_bearer_token(String value) {
            refused(add(Calls.ACME).asNobody().with("Authorization", value));
        }

        /** Whoever knows an issuer's name gets as far as its keys. */
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"alg\":\"ES256\",\"kid\":5}",
                    "{\"alg\":\"ES256\",\"kid\":[]}",
                    "{\"alg\":5}",
                    "{\"alg\":\"ES256\",\"cty\":5}",
                    "{\"alg\":\"ES256\",\"typ\":{}}",
                    "{\"alg\":\"ES256\",\"crit\":5}",
                    "{\"alg\":\"ES256\",\"b64\":5}",
                    "{\"alg\":\"ES256\",\"x5t\":5}",
                    "{\"alg\":\"ES256\",\"jwk\":5}"
                })
        void to_a_header_with_something_else_than_texts_in_it(String header) {
            var claims = "{\"iss\":\"%s\"}".formatted(Tokens.ISSUER);
            var log = ErrorLog.begin();

            refused(add(base64Url(header) + "." + base64Url(claims) + ".AAAA"));

            assertThat(log.end()).isEmpty();
        }

        private static String base64Url(String text) {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
        }

        @Test
        void without_a_header() {
            refused(add(Calls.ACME).asNobody());
        }

        @Test
        void to_two_headers_even_if_both_are_good() {
            refused(add(Calls.ACME).with("Authorization", "Bearer " + Calls.ACME));
        }

        @Test
        void to_a_token_of_8193_characters() {
            refused(add("x".repeat(8193)));
        }

        @ParameterizedTest
        @CsvSource({
            "GET, /api/v2/my/documents",
            "GET, /v2/my/documents",
            "GET, /api/v2/my/documents/1",
            "GET, /api/v2/my/document/1",
            "GET, /api/v2/my/documents/abc",
            "GET, /api/v2/my/documents/types",
            "GET, /api/v2/my/documents/1/file",
            "PUT, /api/v2/my/documents/1/file",
            "DELETE, /api/v2/my/documents/1"
        })
        void on_every_operation(String method, String path) {
            refused(Calls.of(method, path).asNobody());
        }

        @Test
        void before_the_body_is_asked_for() throws Exception {
            try (var talk = Talk.to(Call.server())) {
                talk.say(
                        "POST /api/v2/my/documents HTTP/1.1",
                        "Host: x",
                        "Authorization: Bearer unknown",
                        "Content-Length: 20000000",
                        "Expect: 100-continue");

                assertThat(talk.hear().code()).isEqualTo(401);
            }
        }

        private void refused(Call call) {
            assertThatAnswer(call.answer())
                    .isRefused(401, "Unauthorized.")
                    .hasHeader("WWW-Authenticate", "Bearer");
            kept.nothing();
        }
    }

    @Nested
    class Answers_503 {

        @Test
        void without_a_challenge_to_tokens_whose_keys_cannot_be_had() {
            var token = Tokens.good().with("iss", "https://keyless.example.com").text();

            assertThatAnswer(add(token).answer())
                    .isRefused(503, "Service unavailable.")
                    .hasHeader("Retry-After", "5")
                    .hasNoHeader("WWW-Authenticate");
            kept.nothing();
        }
    }

    @Nested
    class Answers_429 {

        @Test
        void to_each_end_client_for_itself() {
            var first = Calls.get(Calls.DOCUMENTS).as("slow-one").answer();
            var second = Calls.get(Calls.DOCUMENTS).as("slow-one").answer();
            var other = Calls.get(Calls.DOCUMENTS).as("slow-two").answer();

            assertThatAnswer(first).hasStatus(200).hasNoHeader("x-ratelimit-limit");
            assertThatAnswer(second).isRefused(429, "Too many requests.");
            assertThat(second.header("Retry-After")).isPresent();
            assertThatAnswer(other).hasStatus(200);
        }
    }

    private static AnswerAssert read(String token) {
        return assertThatAnswer(Calls.get(Calls.DOCUMENTS).as(token).answer());
    }

    static List<String> spoilt() {
        var good = Tokens.good().text();
        return List.of(
                good.substring(0, good.length() - 8) + "AAAAAAAA",
                good.replaceFirst("\\.[^.]*\\.", ".e30."),
                Tokens.good().signedWithThePublicKey(),
                Tokens.good().signedBy("stranger", "RS256").text(),
                Tokens.good().signedBy("stranger", "RS256").underKeyId("RS").text(),
                Tokens.good().with("iss", "https://gone.example.com").text(),
                Tokens.good().with("iss", "https://id.example.com/kyc/").text(),
                Tokens.good().without("iss").text(),
                Tokens.good().with("aud", "elsewhere").text(),
                Tokens.good().without("aud").text(),
                Tokens.good().without("exp").text(),
                Tokens.good().at("exp", -70).text(),
                Tokens.good().at("nbf", 70).text(),
                Tokens.good().at("iat", 70).text(),
                Tokens.good().without("sub").text(),
                Tokens.good().of("").text(),
                Tokens.good().of("s".repeat(256)).text(),
                Tokens.good().of("a\u0000b").text(),
                Tokens.good().with("sub", 5).text(),
                Tokens.good().with("iss", List.of(Tokens.ISSUER)).text(),
                Tokens.good().with("exp", "tomorrow").text());
    }
}
