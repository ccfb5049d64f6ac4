package vestibule.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NameRulesTest {

    private final NameRules rules = new NameRules(3, 255, false);

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 254, 255})
    void take_a_name_within_the_limits(int codePoints) {
        assertThat(rules.judge(name("a", codePoints))).isEmpty();
    }

    @Test
    void count_code_points_and_neither_bytes_nor_chars() {
        assertThat(rules.judge(name("é", 255))).isEmpty();
        assertThat(rules.judge(name("😀", 128))).isEmpty();
        assertThat(rules.judge(name("😀", 255))).isEmpty();
    }

    @Test
    void refuse_two_code_points() {
        assertThat(rules.judge(name("a", 2))).containsExactly(new Refusal.NameTooShort(3));
    }

    @Test
    void refuse_256_code_points() {
        assertThat(rules.judge(name("a", 256))).containsExactly(new Refusal.NameTooLong(255));
    }

    @ParameterizedTest
    @ValueSource(strings = {".a.pdf", "a\u0000b.pdf"})
    void refuse_a_leading_dot_and_control_characters(String name) {
        assertThat(rules.judge(new FileName(name))).containsExactly(new Refusal.NameInvalid());
    }

    @Test
    void name_every_broken_rule() {
        assertThat(rules.judge(new FileName(".x")))
                .containsExactly(new Refusal.NameTooShort(3), new Refusal.NameInvalid());
    }

    @Test
    void take_a_leading_dot_where_it_is_allowed() {
        assertThat(new NameRules(1, 255, true).judge(new FileName(".a.pdf"))).isEmpty();
    }

    private static FileName name(String character, int times) {
        return new FileName(character.repeat(times));
    }
}
