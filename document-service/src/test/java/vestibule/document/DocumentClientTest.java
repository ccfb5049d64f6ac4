package vestibule.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.access.BrokenAccess;

/** The part {@code document} of {@code access.yaml}: what makes no sense makes the file broken. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DocumentClientTest {

    private static SubjectKey key(String subject) {
        return new SubjectKey(
                "a",
                Optional.empty(),
                Optional.of("secret"),
                Optional.empty(),
                Optional.empty(),
                subject);
    }

    private static DocumentKind kind(int id, String name, List<String> content) {
        return new DocumentKind(id, name, "Caption", new DocumentKind.Group(1, "Group"), content);
    }

    private static DocumentClient client(List<SubjectKey> keys, List<DocumentKind> types) {
        return new DocumentClient(
                Optional.empty(), Optional.empty(), keys, Optional.empty(), types);
    }

    @Test
    void a_client_needs_a_key_or_an_issuer() {
        assertThatThrownBy(() -> client(List.of(), List.of()))
                .isInstanceOf(BrokenAccess.class)
                .hasMessageContaining("needs a key or jwt");
    }

    @Test
    void no_two_types_have_the_same_id() {
        var twice = Collections.nCopies(2, kind(1, "passport", List.of("image/png")));

        assertThatThrownBy(() -> client(List.of(key("jane")), twice))
                .isInstanceOf(BrokenAccess.class)
                .hasMessageContaining("same id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb", "a\u0000b"})
    void a_subject_is_a_word(String subject) {
        assertThatThrownBy(() -> key(subject)).isInstanceOf(BrokenAccess.class);
        assertThatThrownBy(() -> key("s".repeat(256))).isInstanceOf(BrokenAccess.class);
        assertThatCode(() -> key("s".repeat(255))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"0, passport, image/png", "1, '', image/png", "1, passport, image/gif"})
    void a_type_has_an_id_a_name_and_content_that_can_be_taken(int id, String name, String type) {
        assertThatThrownBy(() -> kind(id, name, List.of(type))).isInstanceOf(BrokenAccess.class);
        assertThatThrownBy(() -> kind(1, "passport", List.of())).isInstanceOf(BrokenAccess.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://id.example.com/jwks.json",
                "https://",
                "https:///x",
                "ftp://id.example.com/x",
                "https://id.example.com/a b"
            })
    void keys_come_from_https_or_a_file(String jwks) {
        assertThatThrownBy(() -> new TrustedIssuer("issuer", "audience", jwks))
                .isInstanceOf(BrokenAccess.class);
    }

    @ParameterizedTest
    @CsvSource({
        "https://id.example.com/jwks.json, https",
        "/etc/vestibule/jwks.json, file",
        "jwks.json, file"
    })
    void wherever_these_are(String jwks, String scheme) {
        assertThat(new TrustedIssuer("issuer", "audience", jwks).keys()).hasScheme(scheme);
    }
}
