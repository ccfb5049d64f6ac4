package vestibule.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
    void every_usual_type_has_its_row_and_all_names_of_an_operators_own_have_one()
            throws IOException {
        var usual =
                Vocabulary.of(
                        ServiceName.DOCUMENT,
                        DocumentKind.USUAL.stream().map(DocumentKind::classification));
        var own =
                Vocabulary.row(ServiceName.DOCUMENT, "any other name", another().classification());
        var words =
                new Vocabulary(
                        ServiceName.DOCUMENT,
                        Stream.concat(usual.rows().stream(), Stream.of(own)).toList());

        assertThat(words.published()).as(Vocabulary.REFRESHING).isEqualTo(words);
    }

    private static DocumentKind another() {
        var usual = DocumentKind.USUAL.getFirst();
        return new DocumentKind(
                9, "selfie_with_pet", "Selfie with pet", usual.group(), usual.mediaTypes());
    }
}
