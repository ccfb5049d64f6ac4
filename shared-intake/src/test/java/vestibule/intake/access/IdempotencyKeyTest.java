package vestibule.intake.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.access.IdempotencyKey.Absent;
import vestibule.intake.access.IdempotencyKey.Given;
import vestibule.intake.access.IdempotencyKey.Malformed;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IdempotencyKeyTest {

    @Test
    void is_the_same_bare_and_in_quotes() {
        assertThat(IdempotencyKey.read(List.of("a-1"))).isEqualTo(new Given("a-1"));
        assertThat(IdempotencyKey.read(List.of("\"a-1\""))).isEqualTo(new Given("a-1"));
    }

    @Test
    void may_be_absent() {
        assertThat(IdempotencyKey.read(List.of())).isEqualTo(new Absent());
    }

    @Test
    void has_at_most_255_characters() {
        var longest = "k".repeat(255);

        assertThat(IdempotencyKey.read(List.of(longest))).isEqualTo(new Given(longest));
        assertThat(IdempotencyKey.read(List.of("\"" + longest + "\"")))
                .isEqualTo(new Given(longest));
        assertThat(IdempotencyKey.read(List.of(longest + "k"))).isEqualTo(new Malformed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "a\tb", "schlüssel", "\u007f"})
    void is_printable_ascii(String value) {
        assertThat(IdempotencyKey.read(List.of(value))).isEqualTo(new Malformed());
    }

    @Test
    void comes_once() {
        assertThat(IdempotencyKey.read(List.of("a", "a"))).isEqualTo(new Malformed());
    }
}
