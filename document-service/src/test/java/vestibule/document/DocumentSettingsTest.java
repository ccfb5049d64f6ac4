package vestibule.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vestibule.intake.client.ReadSettings.settings;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.ContentConfig;

/** {@code vestibule.document.*}: what is wrong stops the start and names its key. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DocumentSettingsTest {

    @Test
    void nothing_need_be_set() {
        var config = settings(DocumentConfig.class, Map.of());

        assertThat(config.maxFileBytes()).isEqualTo(20_971_520);
        assertThat(config.maxRequestBytes()).isEqualTo(31_457_280);
        assertThat(config.maxLimit()).isEqualTo(1000);
        assertThat(config.defaultLimit()).isEqualTo(10);
        assertThat(config.maxParts()).isEqualTo(16);
        assertThat(config.maxPartHeaderBytes()).isEqualTo(16_384);
        assertThat(config.listShape()).isEqualTo(DocumentConfig.ListShape.TOTAL);
        assertThat(config.fileReference()).isEqualTo(DocumentConfig.FileReference.AWAIT);
        assertThat(config.awaitFor()).isEqualTo(Duration.ofHours(24));
        assertThat(config.publicUrl()).isEmpty();
        assertThat(config.rateLimit().requests()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "vestibule.document.max-file-bytes, 0",
        "vestibule.document.max-request-bytes, many",
        "vestibule.document.max-limit, 0",
        "vestibule.document.default-limit, -1",
        "vestibule.document.max-parts, 0",
        "vestibule.document.max-part-header-bytes, x",
        "vestibule.document.list-shape, list",
        "vestibule.document.file-reference, open",
        "vestibule.document.await-for, 0s",
        "vestibule.document.await-for, 1000d",
        "vestibule.document.public-url, host.name",
        "vestibule.document.public-url, ftp://host.name",
        "vestibule.document.rate-limit.requests, -1",
        "vestibule.document.rate-limit.window, 0s",
        "vestibule.document.max-bytes, 5"
    })
    void a_bad_value_or_an_unknown_key_is_refused_by_its_name(String key, String value) {
        assertThatThrownBy(() -> settings(DocumentConfig.class, Map.of(key, value)))
                .hasMessageContaining(key);
    }

    @ParameterizedTest
    @CsvSource({
        "vestibule.document.max-file-bytes, 31457280",
        "vestibule.document.default-limit, 1001"
    })
    void so_are_values_that_do_not_fit_into_each_other(String key, String value) {
        var config = settings(DocumentConfig.class, Map.of(key, value));
        var content = settings(ContentConfig.class, Map.of());

        assertThatThrownBy(() -> new AddRules(config, content)).hasMessageContaining(key);
    }

    @Test
    void a_public_url_is_what_places_begin_with() {
        var settings = Map.of("vestibule.document.public-url", "https://host.name/kyc/");
        var base = settings(DocumentConfig.class, settings).publicUrl().orElseThrow();

        assertThat(Place.under("/v2/my/documents", base).ofFile(7))
                .isEqualTo("https://host.name/kyc/v2/my/documents/7/file");
        assertThat(Place.under("/api/v2/my/documents/", base).of(7))
                .isEqualTo("/api/v2/my/documents/7");
    }

    @Test
    void the_shape_of_lists_is_an_object_or_an_array() {
        var array = Map.of("vestibule.document.list-shape", "array");

        assertThat(settings(DocumentConfig.class, array).listShape().of(5, List.of("a")))
                .isEqualTo(List.of("a"));
        assertThat(settings(DocumentConfig.class, Map.of()).listShape().of(5, List.of("a")))
                .isEqualTo(new DocumentView.Total(5, List.of("a")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"C:/scans/passport.png", "~/passport.png", "a b"})
    void a_reference_is_refused_where_only_bytes_are_taken(String file) {
        var settings = Map.of("vestibule.document.file-reference", "reject");
        var rules =
                new AddRules(
                        settings(DocumentConfig.class, settings),
                        settings(ContentConfig.class, Map.of()));
        var sent =
                new DocumentJson(
                        () -> {
                            throw new AssertionError("nothing is kept");
                        });
        var json = Calls.json(file).getBytes(UTF_8);
        sent.accept(json, 0, json.length);
        sent.end();

        assertThat(rules.judge(sent, sent.files(), DocumentKind.USUAL))
                .containsExactly(DocumentRefusal.REFERENCE_NOT_ACCEPTED);
    }
}
