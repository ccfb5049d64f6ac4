package vestibule.intake.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract's rules for names (file-service, section 3). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PartHeaderTest {

    @Nested
    class NamesAFile {

        @Test
        void as_raw_utf_8() {
            assertThat(fileName("filename=\"pässe 😀.pdf\"")).contains("pässe 😀.pdf");
        }

        @Test
        void as_iso_8859_1_where_it_is_not_utf_8() {
            var name =
                    parse("Content-Disposition: form-data; name=f; filename=\"p\u00e4sse.pdf\"")
                            .flatMap(PartHeader::fileName);

            assertThat(name).contains("pässe.pdf");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "filename*=UTF-8''p%C3%A4sse.pdf; filename=\"plain.pdf\" | pässe.pdf",
                    "filename=\"plain.pdf\"; filename*=utf-8'en'p%C3%A4sse.pdf | pässe.pdf",
                    "filename*=ISO-8859-1''p%E4sse.pdf | pässe.pdf",
                    "filename*=UTF-8''%2Ehidden.pdf | .hidden.pdf",
                    "filename*=UTF-8''100%25.pdf | 100%.pdf",
                    "filename*=UTF-8''%2541.pdf | %41.pdf",
                    "filename*=UTF-8''a%22b.pdf | a\"b.pdf"
                })
        void in_the_extended_form_first(String parameters, String name) {
            assertThat(fileName(parameters)).contains(name);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "filename*=UTF-8''p%E4sse.pdf",
                    "filename*=UTF-8''p%4.pdf",
                    "filename*=UTF-8''p%zz.pdf",
                    "filename*=KOI8-R''p.pdf",
                    "filename*=p.pdf"
                })
        void plainly_where_the_extended_form_is_broken(String extended) {
            assertThat(fileName(extended + "; filename=\"plain.pdf\"")).contains("plain.pdf");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "filename=\"a\\\"b.pdf\" | a\"b.pdf",
                    "filename=\"a\\\\b.pdf\" | a\\b.pdf",
                    "filename=\"C:\\d\\x.pdf\" | C:\\d\\x.pdf",
                    "filename=\"a%22b.pdf\" | a\"b.pdf",
                    "filename=\"a%2522.pdf\" | a%2522.pdf",
                    "filename=\"a%0D%0A.pdf\" | a%0D%0A.pdf",
                    "filename=\"a%41.pdf\" | a%41.pdf",
                    "filename=\"a;b=c.pdf\" | a;b=c.pdf",
                    "filename=bare.pdf | bare.pdf",
                    "FileName=\"x.pdf\" | x.pdf",
                    "filename = \"x.pdf\" ; | x.pdf",
                    "filename=\" x.pdf \" | ~ x.pdf ~"
                })
        void plainly_with_nothing_decoded_twice(String parameters, String name) {
            assertThat(fileName(parameters)).contains(name);
        }

        @ParameterizedTest
        @ValueSource(strings = {"\0", "\r", "\n", "\u007f", "\u001f"})
        void with_its_control_characters(String control) {
            assertThat(fileName("filename=\"a" + control + "b.pdf\""))
                    .contains("a" + control + "b.pdf");
            assertThat(fileName("filename=a.pdf" + control)).contains("a.pdf" + control);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "filename=\"a%22b.pdf\" | a%22b.pdf",
                    "filename=\"a\\\"b.pdf\" | a\"b.pdf",
                    "filename*=UTF-8''a%22b.pdf | a\"b.pdf",
                    "filename*=UTF-8''a%2522b.pdf | a%22b.pdf"
                })
        void also_as_it_came_over_the_wire(String parameters, String name) {
            assertThat(header(parameters).wireFileName()).contains(name);
        }

        @Test
        void even_when_the_name_is_empty() {
            assertThat(fileName("filename=\"\"")).contains("");
        }

        @Test
        void only_with_the_parameter() {
            assertThat(fileName("other=\"x.pdf\"")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "binary", "8BIT", " 7bit "})
    void stands_as_it_is_when_the_transfer_encoding_changes_nothing(String encoding) {
        assertThat(encoded(encoding).isPlain()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"base64", "Quoted-Printable", "x-unknown"})
    void does_not_stand_as_it_is_when_it_would_have_to_be_decoded(String encoding) {
        assertThat(encoded(encoding).isPlain()).isFalse();
    }

    @Test
    void keeps_all_headers_by_their_name_in_lower_case() {
        var header =
                parse("Content-Disposition: form-data; name=f\r\nContent-DIGEST:  sha-256=:x:  ");

        assertThat(header.flatMap(found -> found.header("content-digest"))).contains("sha-256=:x:");
    }

    private static PartHeader encoded(String encoding) {
        return parse(
                        "Content-Disposition: form-data; name=f\r\nContent-Transfer-Encoding: "
                                + encoding)
                .orElseThrow();
    }

    private static Optional<String> fileName(String parameters) {
        return header(parameters).fileName();
    }

    /** Sent in UTF-8, as today's clients do. */
    private static PartHeader header(String parameters) {
        var sent = "Content-Disposition: form-data; name=\"f\"; " + parameters;
        var raw = new String(sent.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return parse(raw).orElseThrow();
    }

    private static Optional<PartHeader> parse(String block) {
        return PartHeader.parse(block + "\r\n\r\n");
    }
}
