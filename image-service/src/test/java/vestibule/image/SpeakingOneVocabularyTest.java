package vestibule.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import vestibule.intake.ServiceName;
import vestibule.intake.client.Vocabulary;

/** What consumers read in {@code docs/events.md} about the words of this vendor. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SpeakingOneVocabularyTest {

    @Test
    void every_slot_has_its_row_with_every_kind_of_id_that_it_can_show() throws IOException {
        var words =
                new Vocabulary(
                        ServiceName.IMAGE,
                        Arrays.stream(Slot.values())
                                .flatMap(SpeakingOneVocabularyTest::rows)
                                .toList());

        assertThat(words.published()).as(Vocabulary.REFRESHING).isEqualTo(words);
    }

    private static Stream<String> rows(Slot slot) {
        var word = Vocabulary.code(slot.word());
        if (!slot.showsId()) {
            return Stream.of(row(word, slot, Optional.empty()));
        }
        return Arrays.stream(IdType.values())
                .map(
                        kind ->
                                row(
                                        word + ", `idType` " + Vocabulary.code(kind.word()),
                                        slot,
                                        Optional.of(kind)));
    }

    private static String row(String word, Slot slot, Optional<IdType> kind) {
        return Vocabulary.row(ServiceName.IMAGE, word, slot.classification(kind));
    }
}
