package vestibule.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "..\\..\\x.pdf, x.pdf",
        "../../x.pdf, x.pdf",
        "/etc/passwd.pdf, passwd.pdf",
        "C:\\d\\x.pdf, x.pdf",
        "a/b\\c.pdf, c.pdf",
        "plain.pdf, plain.pdf",
    })
    void keeps_what_follows_the_last_slash_of_either_kind(String sent, String kept) {
        assertThat(FileName.from(sent)).contains(new FileName(kept));
    }

    @Test
    void is_empty_text_behind_a_path_without_a_name() {
        assertThat(FileName.from("dir/")).contains(new FileName(""));
    }

    @Test
    void is_no_file_when_nothing_was_sent() {
        assertThat(FileName.from("")).isEmpty();
    }

    @Test
    void is_not_trimmed_or_decoded_again() {
        assertThat(FileName.from(" a%2Fb%0D%0A.pdf ")).contains(new FileName(" a%2Fb%0D%0A.pdf "));
    }

    @Test
    void counts_code_points() {
        assertThat(new FileName("é😀\uD83D").codePoints()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "a.JPG, JPG",
        "photo.php.jpg, jpg",
        "a.jpg.php, php",
        "'a.jpeg ', 'jpeg '",
        ".a.png, png",
    })
    void has_the_extension_behind_its_last_dot_as_sent(String name, String extension) {
        assertThat(new FileName(name).extension()).contains(extension);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a.", ".png", "", ".", ".."})
    void has_no_extension(String name) {
        assertThat(new FileName(name).extension()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b.pdf", "a\rb.pdf", "a\nb.pdf", "a\u001F.pdf", "a\u007F.pdf"})
    void has_control_characters(String name) {
        assertThat(new FileName(name).hasControlCharacters()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\"b.pdf", "<script>.pdf", "a\u202Eb.pdf", "a\u0080b.pdf", "é.pdf"})
    void has_no_control_characters(String name) {
        assertThat(new FileName(name).hasControlCharacters()).isFalse();
    }
}
