package vestibule.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SubjectsTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "Zo\u00eb \ud83d\ude00", "?"})
    void any_text_is_sound(String subject) {
        assertThat(Subjects.isSound(subject)).isTrue();
    }

    /** As UTF-8 half a character is a question mark, and so another's name. */
    @ParameterizedTest
    @ValueSource(strings = {"", "a\u0000", "a\u0085", "a\ud800", "\ude00\ud83d"})
    void but_not_with_control_characters_or_halves_of_others(String subject) {
        assertThat(Subjects.isSound(subject)).isFalse();
    }
}
