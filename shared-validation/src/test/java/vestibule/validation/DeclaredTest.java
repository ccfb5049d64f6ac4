package vestibule.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.validation.MediaTypeWords.STANDARD;

import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeclaredTest {

    @Nested
    class A_media_type {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "  ",
                    "application/octet-stream",
                    "binary/octet-stream",
                    "APPLICATION/Octet-Stream; x=y"
                })
        void that_says_nothing_is_no_claim(String sent) {
            assertThat(typed(sent).specificType(STANDARD)).isEmpty();
            assertThat(typed(sent).contradicts(ContentType.JPEG, STANDARD)).isFalse();
        }

        @Test
        void that_is_specific_is_lower_case_without_parameters() {
            assertThat(typed("Text/HTML; charset=utf-8").specificType(STANDARD))
                    .contains("text/html");
        }

        @ParameterizedTest
        @CsvSource({
            "IMAGE/JPEG; charset=binary, JPEG",
            "'image/jpeg;a=\"b,c\"', JPEG",
            "image/jpg, JPEG",
            "image/pjpeg, JPEG",
            "image/png, PNG",
            "image/x-png, PNG",
            "image/bmp, BMP",
            "image/x-ms-bmp, BMP",
            "image/x-bmp, BMP",
            "application/pdf, PDF",
            "application/x-pdf, PDF",
            "image/heif, HEIC",
            "image/heic, HEIF",
            "image/heic, HEIF_SEQUENCE",
            "video/mp4, WEBM",
            "video/x-made-up, MP4",
            "application/json, JSON",
            "image/webp, WEBP",
            "image/gif, GIF",
        })
        void agrees_with(String sent, ContentType found) {
            assertThat(typed(sent).contradicts(found, STANDARD)).isFalse();
        }

        @ParameterizedTest
        @CsvSource({
            "image/png, JPEG",
            "'image/jpeg, text/html', JPEG",
            "'image/jpeg;q=1, text/html', JPEG",
            "application/json, PDF",
            "text/json, JSON",
            "video/mp4, JPEG",
            "image/jpeg, MP4",
            "audio/mp4, MP4",
            "image/avif, HEIF",
            "image/*, JPEG",
            "image/pdf, PDF",
            "text/plain, PNG",
            "image/gif, PNG",
            "jpeg, JPEG",
        })
        void contradicts(String sent, ContentType found) {
            assertThat(typed(sent).contradicts(found, STANDARD)).isTrue();
        }

        @Test
        void may_be_any_picture_where_a_service_says_so() {
            MediaTypeWords words = STANDARD.withAnyPicture();

            assertThat(typed("image/*").contradicts(ContentType.HEIC, words)).isFalse();
            assertThat(typed("image/*").contradicts(ContentType.PDF, words)).isTrue();
            assertThat(typed("image/png").contradicts(ContentType.JPEG, words)).isTrue();
        }

        @Test
        void may_have_one_more_spelling_where_a_service_says_so() {
            MediaTypeWords words = STANDARD.withSpelling("image/pdf", ContentType.PDF);

            assertThat(typed("image/pdf").contradicts(ContentType.PDF, words)).isFalse();
            assertThat(typed("image/pdf").contradicts(ContentType.PNG, words)).isTrue();
        }

        @Test
        void may_mean_unknown_where_a_service_says_so() {
            MediaTypeWords words = STANDARD.withUnknown("text/plain");

            assertThat(typed("text/plain").contradicts(ContentType.PNG, words)).isFalse();
        }

        @Test
        void is_answered_in_the_clients_spelling_for_a_bitmap_only() {
            assertThat(typed("image/x-ms-bmp").spell(ContentType.BMP)).isEqualTo("image/x-ms-bmp");
            assertThat(typed("image/x-bmp").spell(ContentType.BMP)).isEqualTo("image/x-bmp");
            assertThat(typed("image/jpg").spell(ContentType.JPEG)).isEqualTo("image/jpeg");
            assertThat(Declared.NOTHING.spell(ContentType.BMP)).isEqualTo("image/bmp");
        }
    }

    @Nested
    class An_extension {

        @ParameterizedTest
        @CsvSource({
            "a.jpg, JPEG",
            "a.JPEG, JPEG",
            "a.jfif, JPEG",
            "a.heic, HEIF",
            "a.hif, HEIC",
            "a.mov, MP4",
            "a.ts, MPEG_TS",
            "a.dib, BMP",
            "photo.php.jpg, JPEG",
            "blob, PNG",
            "a.xyz, PNG",
            "a., PNG",
            "'a.png ', JPEG",
        })
        void agrees_with_its_family_or_says_nothing(String name, ContentType found) {
            assertThat(named(name).contradicts(found, STANDARD)).isFalse();
        }

        @ParameterizedTest
        @CsvSource({
            "a.png, JPEG",
            "a.php, JPEG",
            "a.jpg, PDF",
            "a.mp4, JPEG",
            "a.webp, PNG",
            "a.html, PDF",
            "a.docx, PDF",
            "a.EXE, PNG",
            "a.txt, JSON",
        })
        void of_another_family_contradicts(String name, ContentType found) {
            assertThat(named(name).contradicts(found, STANDARD)).isTrue();
        }
    }

    private static Declared typed(String mediaType) {
        return new Declared(Optional.of(mediaType), Optional.empty());
    }

    private static Declared named(String name) {
        return new Declared(Optional.empty(), FileName.from(name));
    }
}
