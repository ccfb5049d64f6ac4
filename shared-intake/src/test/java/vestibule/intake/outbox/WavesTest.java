package vestibule.intake.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WavesTest {

    @Test
    void nothing_makes_no_wave() {
        assertThat(waves()).isEmpty();
    }

    @Test
    void rows_of_one_topic_go_together() {
        assertThat(waves("in a 1", "in b 2", "in a 3"))
                .containsExactly(List.of("in a 1", "in b 2", "in a 3"));
    }

    @Test
    void so_do_different_keys_of_different_topics() {
        assertThat(waves("in a 1", "out b 2")).containsExactly(List.of("in a 1", "out b 2"));
    }

    @Test
    void a_key_that_changes_topic_waits() {
        assertThat(waves("in a 1", "out a 2", "in b 3"))
                .containsExactly(List.of("in a 1", "in b 3"), List.of("out a 2"));
    }

    @Test
    void and_waits_again_when_it_changes_back() {
        assertThat(waves("in a 1", "out a 2", "in a 3", "in a 4"))
                .containsExactly(
                        List.of("in a 1"), List.of("out a 2"), List.of("in a 3", "in a 4"));
    }

    /** Rows written as "topic key seq", and read so. */
    private static List<List<String>> waves(String... rows) {
        return Waves.of(Stream.of(rows).map(WavesTest::row).toList()).stream()
                .map(wave -> wave.stream().map(WavesTest::text).toList())
                .toList();
    }

    private static OutboxRow row(String text) {
        var words = text.split(" ", 3);
        return new OutboxRow(Long.parseLong(words[2]), words[0], words[1], "{}", "{}", false);
    }

    private static String text(OutboxRow row) {
        return row.topic() + " " + row.key() + " " + row.seq();
    }
}
