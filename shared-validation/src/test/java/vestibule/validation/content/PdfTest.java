package vestibule.validation.content;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.validation.content.Inspection.inspect;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.validation.ContentType;
import vestibule.validation.Facts;
import vestibule.validation.samples.Bytes;
import vestibule.validation.samples.Samples;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PdfTest {

    private static final String CATALOG = "1 0 obj\n<< /Pages 2 0 R >>\nendobj\n";
    private static final String TRAILER = "trailer << /Root 1 0 R >>\n";
    private static final String TAIL = "startxref\n9\n%%EOF\n";

    @Nested
    class Is_sound {

        @Test
        void with_a_root_that_holds_pages() {
            assertThat(inspect(Samples.pdf())).isEqualTo(facts(true, false, Optional.of(false)));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    CATALOG + TRAILER + "startxref",
                    CATALOG + TRAILER + "%%EOF",
                    TRAILER + CATALOG + TAIL,
                    "1 0 obj<</Pages[]>>endobj /Root 1 0 R/x " + TAIL,
                    "1\r\n0\tobj <</P#61ges 2 0 R>> endobj /Ro#6ft\n1\n0\nR " + TAIL,
                    "1 0 obj <</D <</Name (objects)>> /Pages 2 0 R>> endobj" + TRAILER + TAIL,
                    "<< /Encrypt 4 0 R >>" + TAIL,
                    "<< /Type /ObjStm >> stream" + TAIL,
                    CATALOG + "trailer << /Root 9 0 R >> " + TRAILER + TAIL,
                })
        void when_it_reads(String body) {
            assertThat(pdf(body).sound()).isTrue();
        }

        @Test
        void when_root_and_pages_are_far_apart() {
            String filler = "x".repeat(300_000);

            assertThat(pdf(CATALOG + filler + TRAILER + TAIL).sound()).isTrue();
            assertThat(pdf(TRAILER + filler + CATALOG + TAIL).sound()).isTrue();
        }

        @Test
        void with_two_kibibytes_behind_its_tail() {
            assertThat(pdf(CATALOG + TRAILER + "%%EOF" + "\n".repeat(2043)).sound()).isTrue();
        }
    }

    @Nested
    class Is_damaged {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "just text and no more",
                    CATALOG + TRAILER,
                    CATALOG + TAIL,
                    TRAILER + TAIL,
                    "1 0 obj << >> endobj /Pages " + TRAILER + TAIL,
                    "11 0 obj << /Pages 2 0 R >> endobj " + TRAILER + TAIL,
                    "1 1 obj << /Pages 2 0 R >> endobj " + TRAILER + TAIL,
                    "1 0 obj << /Pagesx 2 0 R >> endobj " + TRAILER + TAIL,
                    CATALOG + "/Root 1 0 S " + TAIL,
                    "<< /EncryptMetadata false >>" + TAIL,
                })
        void when_it_reads(String body) {
            assertThat(pdf(body).type()).isEqualTo(ContentType.PDF);
            assertThat(pdf(body).sound()).isFalse();
        }

        @Test
        void when_cut_in_half() {
            byte[] whole = Samples.pdf();

            assertThat(inspect(Arrays.copyOf(whole, whole.length / 2)).sound()).isFalse();
        }

        @Test
        void with_more_than_two_kibibytes_behind_its_tail() {
            assertThat(pdf(CATALOG + TRAILER + "%%EOF" + "\n".repeat(2044)).sound()).isFalse();
        }

        @Test
        void when_the_pages_stand_64_kibibytes_into_the_root() {
            String filler = " ".repeat(64 * 1024);

            assertThat(pdf("1 0 obj" + filler + "/Pages 2 0 R endobj " + TRAILER + TAIL).sound())
                    .isFalse();
        }
    }

    @Nested
    class Has_active_content {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/OpenAction << /S /JavaScript /JS (app.alert) >>",
                    "/Names << /JavaScript 9 0 R >>",
                    "/AA << /JS 9 0 R >>",
                    "/A << /JS(x) >>",
                    "/A << /S /Launch >>",
                    "/Names << /EmbeddedFiles 9 0 R >>",
                    "/Type /EmbeddedFile ",
                    "/Subtype /RichMedia ",
                    "/S /J#61v#61Script ",
                    "/S /#4A#61#76#61#53#63#72#69#70#74 ",
                })
        void in_plain_sight(String entries) {
            assertThat(inspect(Samples.pdfWithCatalog(entries)).activeContent()).contains(true);
        }

        @Test
        void in_an_object_stream() {
            Facts facts = inspect(Samples.pdfWithCompressedJavaScript());

            assertThat(facts).isEqualTo(facts(true, false, Optional.of(true)));
        }

        @Test
        void anywhere_in_a_long_document() {
            for (int before = 260_000; before < 263_000; before += 7) {
                byte[] pdf =
                        Samples.pdfWithStream(Bytes.of(" ".repeat(before) + "/Launch ").toArray());
                assertThat(inspect(pdf).activeContent()).as("behind %d", before).contains(true);
            }
        }
    }

    @Nested
    class Has_no_active_content {

        @ParameterizedTest
        @ValueSource(
                strings = {"/Launcher 1 ", "/JSON 1 ", "/JS /x ", "/JavaScripts 1 ", "/X /J#53"})
        void in_other_names(String entries) {
            assertThat(inspect(Samples.pdfWithCatalog(entries)).activeContent()).contains(false);
        }

        @Test
        void in_an_object_stream() {
            assertThat(inspect(Samples.pdfWithCompressedCatalog("/Lang (en)")))
                    .isEqualTo(facts(true, false, Optional.of(false)));
        }
    }

    @Nested
    class Leaves_active_content_open {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<< /Type /ObjStm /Filter /FlateDecode >> stream\nnot deflated ",
                    "<< /Type /ObjStm /Filter /LZWDecode >> stream\nxx ",
                    "<< /Type /ObjStm /Filter [/ASCII85Decode /FlateDecode] >> stream\nxx ",
                    "<< /Type /ObjStm /Filter /FlateDecode >> ",
                })
        void when_an_object_stream_cannot_be_read(String body) {
            assertThat(pdf(body + CATALOG + TRAILER + TAIL).activeContent()).isEmpty();
        }

        @Test
        void when_an_object_stream_inflates_beyond_our_bounds() {
            byte[] bomb = Samples.pdfWithCompressedCatalog(" ".repeat(64 << 20) + "/JavaScript ");

            assertThat(inspect(bomb).activeContent()).isEmpty();
        }

        /** Nothing comes of them, and yet they take longer than any others. */
        @Test
        void when_a_stream_comes_after_blocks_without_content() {
            var streams =
                    Bytes.of("%PDF-1.7\n<< /Type /ObjStm /Filter /FlateDecode >> stream\n")
                            .hex("7801" + "000000ffff".repeat(40_000))
                            .raw(Samples.pdfWithCompressedJavaScript());

            assertThat(inspect(streams.toArray()).activeContent()).isEmpty();
        }

        /** However many streams there are, all of them share the bounds. */
        @Test
        void when_a_stream_comes_after_those_that_took_all_our_effort() {
            var streams =
                    new Bytes()
                            .raw(Samples.pdfWithCompressedCatalog(" ".repeat(64 << 20)))
                            .raw(Samples.pdfWithCompressedJavaScript());

            assertThat(inspect(streams.toArray()).activeContent()).isEmpty();
        }
    }

    @Test
    void is_encrypted_when_it_says_so() {
        assertThat(inspect(Samples.encryptedPdf()).encrypted()).contains(true);
    }

    private static Facts pdf(String body) {
        return inspect(Bytes.of("%PDF-1.7\n" + body).toArray());
    }

    private static Facts facts(boolean sound, boolean encrypted, Optional<Boolean> active) {
        return new Facts(ContentType.PDF, sound, Optional.empty(), Optional.of(encrypted), active);
    }
}
