package vestibule.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import vestibule.intake.ServiceName;
import vestibule.intake.client.Vocabulary;

/** What consumers read in {@code docs/events.md} about the words of this vendor. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SpeakingOneVocabularyTest {

    @Test
    void every_purpose_has_its_row() throws IOException {
        var words =
                Vocabulary.of(
                        ServiceName.FILE,
                        Arrays.stream(Purpose.values()).map(Purpose::classification));

        assertThat(words.published()).as(Vocabulary.REFRESHING).isEqualTo(words);
    }
}
