package vestibule.intake.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AccessBookTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void takes_up_a_changed_file_even_through_a_swapped_link() throws IOException {
        var first = Files.writeString(directory.resolve("1.yaml"), file("one"));
        var second = Files.writeString(directory.resolve("2.yaml"), file("two"));
        Files.setLastModifiedTime(second, Files.getLastModifiedTime(first));
        var mounted = Files.createSymbolicLink(directory.resolve("access.yaml"), first);
        var book = open(mounted);

        Files.delete(mounted);
        Files.createSymbolicLink(mounted, second);
        book.reload();

        assertThat(knows(book, "one")).isFalse();
        assertThat(knows(book, "two")).isTrue();
    }

    @Test
    void keeps_the_last_good_file_while_the_new_one_is_broken() throws IOException {
        var mounted = Files.writeString(directory.resolve("access.yaml"), file("one"));
        var book = open(mounted);

        Files.writeString(mounted, "clients: [");
        book.reload();

        assertThat(knows(book, "one")).isTrue();
        assertThat(book.trouble()).isPresent();

        Files.writeString(mounted, file("two"));
        book.reload();

        assertThat(knows(book, "two")).isTrue();
        assertThat(book.trouble()).isEmpty();
    }

    @Test
    void has_no_trouble_left_when_a_file_that_vanished_comes_back_unchanged() throws IOException {
        var mounted = Files.writeString(directory.resolve("access.yaml"), file("one"));
        var book = open(mounted);
        Files.delete(mounted);
        book.reload();
        assertThat(book.trouble()).isPresent();

        Files.writeString(mounted, file("one"));
        book.reload();

        assertThat(book.trouble()).isEmpty();
    }

    @Test
    void does_not_start_without_a_sound_file() throws IOException {
        var broken = Files.writeString(directory.resolve("access.yaml"), "clients: [{}]");

        assertThatThrownBy(() -> open(broken))
                .hasMessageContaining("vestibule.access.file")
                .hasMessageContaining("clients[0] needs an id");
        assertThatThrownBy(() -> open(directory.resolve("none.yaml")))
                .hasMessageContaining("cannot be read");
    }

    private static AccessBook open(Path file) {
        return new AccessBook(file, new AccessFile("file", KeyedClient.class));
    }

    private static boolean knows(AccessBook book, String secret) {
        return book.clients().holderOf(secret, Instant.EPOCH).isPresent();
    }

    private static String file(String secret) {
        return "clients: [{id: acme, file: {keys: [{id: a, value: " + secret + "}]}}]";
    }
}
