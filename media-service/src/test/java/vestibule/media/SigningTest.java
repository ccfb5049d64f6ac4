package vestibule.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.Caller;

/** Signatures, against answers that openssl gave. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SigningTest {

    private static final String PNG =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    private static final String MEDIA =
            "{\"image\":{\"context\":\"document-back\",\"content\":\"data:image/png;base64,"
                    + PNG
                    + "\",\"timestamp\":\"2025-01-01T10:00:15Z\"}}";
    private static final String LEGACY =
            "1c7627c4c7733127afbe07dffe66782780723b8581e03e9a3783a4a38fc0b3ca";

    private static final Secret SECRET = secret("now", "abcdef12-abcd-abcd-abcd-abcdef012345");

    private static Secret secret(String id, String value) {
        return new Secret(id, value, Optional.empty(), Optional.empty());
    }

    private static Exchange exchange(String header, String value, boolean legacyToo) {
        var integration =
                new Integration(
                        "d69a07cf-4434-4d36-be6c-d22af7dc01fb",
                        List.of(SECRET),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(legacyToo),
                        Optional.empty());
        var headers = MultiMap.caseInsensitiveMultiMap().add(header, value);
        return new Exchange(
                integration.apiKey(),
                new Holder(new Caller("acme", integration.apiKey()), integration),
                List.of(secret("other", "other"), SECRET),
                Signature.of(headers, integration.signsTheOldWay()),
                new PublicUrl("http://127.0.0.1"));
    }

    @Nested
    class Known_answers {

        static Stream<Arguments> vectors() {
            return Stream.of(
                    Arguments.of(
                            MEDIA,
                            "9a44d57b3ef94a9c313f895cdd3aa948444db3b71e19869016d5f97dec902c7b"),
                    Arguments.of(
                            "{\"image\":{\"context\":\"document-back\",\"content\":\"data:image\\/png;base64,"
                                    + PNG
                                    + "\"}}",
                            "2f63c75d8dca8f96a7fca901485a5471fb6c3b5adffb52cfbfa9d78bcea63733"),
                    Arguments.of(
                            "{\"verification\":{\"status\":\"submitted\"}}",
                            "431804d39503a5600eb3a57c1bb6403cba06b3b243593e2619868e17eb22b277"),
                    Arguments.of(
                            "aea9ba6d-1b47-47fc-a4fc-f72b6d3584a7",
                            "895cb3fd31139d89aeb7b263682e15479ab57651e70591256ad2c14fde4950dd"),
                    Arguments.of(
                            "f04bdb47-d3be-4b28-b028-a652feb060b5",
                            "e37fd070cea548e430c624109ca4b0d7e79bcdef52131c90a2889ca24ad15ab0"),
                    Arguments.of(
                            "{\"status\":\"fail\",\"code\":\"1101\",\"message\":\"Resource not found\"}",
                            "438f332ba3c2bac7a956d858d138276f81302875194188401d3ab44ecb80b156"),
                    Arguments.of(
                            "",
                            "4005304bae46f8a0c2b1fbd7088f9dded39dc1040be754dede2bf198ab44b7c8"));
        }

        @ParameterizedTest
        @MethodSource("vectors")
        void are_given(String signed, String hmac) {
            var bytes = signed.getBytes(UTF_8);
            var signing = Signing.hmac(SECRET);
            signing.update(bytes, 0, bytes.length);

            assertThat(HexFormat.of().formatHex(signing.finish())).isEqualTo(hmac);
        }

        @ParameterizedTest
        @MethodSource("vectors")
        void are_recognised_and_answered_with_the_same_secret(String signed, String hmac) {
            var exchange =
                    exchange("x-hmac-signature", hmac.toUpperCase(java.util.Locale.ROOT), false);

            assertThat(exchange.proves(signed.getBytes(UTF_8))).isTrue();
            assertThat(exchange.sign(signed.getBytes(UTF_8))).contains(hmac);
            assertThat(exchange.proves((signed + " ").getBytes(UTF_8))).isFalse();
        }
    }

    @Nested
    class The_former_signature {

        @Test
        void is_recognised_where_it_is_allowed() {
            assertThat(exchange("X-SIGNATURE", LEGACY, true).proves(MEDIA.getBytes(UTF_8)))
                    .isTrue();
        }

        @Test
        void is_no_signature_elsewhere() {
            assertThat(exchange("X-SIGNATURE", LEGACY, false).unusable())
                    .contains(MediaRefusal.SIGNATURE_MISSING);
        }

        @Test
        void does_not_count_in_the_header_of_today() {
            assertThat(exchange("x-hmac-signature", LEGACY, true).proves(MEDIA.getBytes(UTF_8)))
                    .isFalse();
        }
    }

    @Nested
    class A_header {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "9a44d57b3ef94a9c313f895cdd3aa948444db3b71e19869016d5f97dec902c7",
                    "9a44d57b3ef94a9c313f895cdd3aa948444db3b71e19869016d5f97dec902c7b0",
                    "9a44d57b3ef94a9c313f895cdd3aa948",
                    "9a44d57b3ef94a9c313f895cdd3aa948444db3b71e19869016d5f97dec902c7x",
                    "mkTVez75SpwxP4lc3TqpSERNs7ceGYaQFtX5feyQLHs=",
                    "sha256=9a44d57b3ef94a9c313f895cdd3aa948444db3b71e19869016d5f97dec902c7b"
                })
        void of_another_form_is_no_signature(String value) {
            assertThat(exchange("x-hmac-signature", value, true).unusable())
                    .contains(MediaRefusal.SIGNATURE_MALFORMED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " "})
        void that_is_empty_is_missing(String value) {
            assertThat(exchange("x-hmac-signature", value, false).unusable())
                    .contains(MediaRefusal.SIGNATURE_MISSING);
        }
    }
}
