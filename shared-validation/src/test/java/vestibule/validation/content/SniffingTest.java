package vestibule.validation.content;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.validation.content.Inspection.inspect;
import static vestibule.validation.samples.Samples.text;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.tika.Tika;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.validation.ContentType;
import vestibule.validation.Facts;
import vestibule.validation.samples.Samples;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SniffingTest {

    @ParameterizedTest
    @MethodSource("refused")
    void names_what_is_refused_everywhere(ContentType type, byte[] bytes) {
        assertThat(inspect(bytes)).isEqualTo(Facts.named(type));
    }

    static Stream<Arguments> refused() {
        return Samples.refused().entrySet().stream()
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "plain text of some length", "\"scalar\"", "12345678901234567", "true"})
    void cannot_name_other_content(String content) {
        assertThat(inspect(text(content))).isEqualTo(Facts.unknown());
    }

    @ParameterizedTest
    @CsvSource({
        "'  <html>', HTML",
        "\uFEFF<!doctype HTML>, HTML",
        "<script>alert(1)</script>, HTML",
        "'<!-- a --><svg>', SVG",
        "'<?xml version=\"1.0\"?><svg>', SVG",
        "'<?xml version=\"1.0\"?><html>', HTML",
        "<!DOCTYPE svg>, SVG",
        "<abbreviation>, XML",
        "<?= 1 ?>, PHP",
    })
    void tells_markup_apart(String content, ContentType type) {
        assertThat(inspect(text(content)).type()).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image/jpeg",
                "image/png",
                "image/heic",
                "image/heif",
                "image/avif",
                "application/pdf",
                "video/quicktime",
                "video/mp4"
            })
    void agrees_with_tika(String type) {
        Map<String, byte[]> samples =
                Map.of(
                        "image/jpeg", Samples.seedJpeg(),
                        "image/png", Samples.png(3, 4),
                        "image/heic", Samples.heicGrid(4032, 3024),
                        "image/heif", Samples.heif(64, 48),
                        "image/avif", Samples.branded("avif", "mif1"),
                        "application/pdf", Samples.pdf(),
                        "video/quicktime", Samples.quickTime(),
                        "video/mp4", Samples.mp4(100));
        byte[] bytes = Objects.requireNonNull(samples.get(type));

        assertThat(new Tika().detect(bytes)).isEqualTo(type);
        assertThat(inspect(bytes).type().mime()).isEqualTo(type);
    }

    @Test
    void finds_a_pdf_header_behind_other_lines_within_the_first_kibibyte() {
        byte[] pdf = Samples.pdf();

        assertThat(inspect(behind(1000, pdf)).type()).isEqualTo(ContentType.PDF);
        assertThat(inspect(behind(1024, pdf)).type()).isEqualTo(ContentType.UNKNOWN);
    }

    @Test
    void takes_what_begins_as_another_type_for_that_type_whatever_pdf_is_inside() {
        byte[] gif = Arrays.copyOf(text("GIF89a"), 6 + Samples.pdf().length);
        System.arraycopy(Samples.pdf(), 0, gif, 6, Samples.pdf().length);

        assertThat(inspect(gif).type()).isEqualTo(ContentType.GIF);
    }

    private static byte[] behind(int bytes, byte[] pdf) {
        byte[] all = new byte[bytes + pdf.length];
        Arrays.fill(all, 0, bytes, (byte) 'x');
        System.arraycopy(pdf, 0, all, bytes, pdf.length);
        return all;
    }
}
