package vestibule.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DocumentRulesTest {

    private static final long SOME_SIZE = 1000;
    private static final Admission PASSPORT =
            Admission.only(Set.of(ContentType.JPEG, ContentType.PNG), "passport");
    private static final Admission UNDECIDED =
            Admission.undecided(Set.of(ContentType.JPEG, ContentType.PNG, ContentType.PDF));
    private static final Declared AS_PNG =
            new Declared(Optional.of("image/png"), FileName.from("a.png"));
    private static final Dimensions FLOOD = new Dimensions(64250, 64250);

    private final DocumentRules rules =
            new DocumentRules(Limits.ofBytes(15, 209_715_200), MediaTypeWords.STANDARD);

    @Test
    void take_a_sound_document_of_an_allowed_type() {
        assertThat(judge(AS_PNG, sound(ContentType.PNG), PASSPORT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"15", "209715200"})
    void take_both_limits_of_size(long size) {
        assertThat(rules.judge(AS_PNG, size, sound(ContentType.PNG), PASSPORT)).isEmpty();
    }

    @Test
    void judge_nothing_else_when_there_is_too_little() {
        assertThat(rules.judge(AS_PNG, 14, broken(ContentType.JPEG), PASSPORT))
                .containsExactly(new Refusal.TooSmall(15));
    }

    @Test
    void judge_nothing_else_when_there_is_too_much() {
        assertThat(rules.judge(AS_PNG, 209_715_201, broken(ContentType.JPEG), PASSPORT))
                .containsExactly(new Refusal.TooLarge(209_715_200));
    }

    @Test
    void refuse_another_type_whatever_else_is_wrong_with_it() {
        assertThat(judge(AS_PNG, broken(ContentType.PDF), PASSPORT))
                .containsExactly(new Refusal.TypeNotAllowed(ContentType.PDF, "passport"));
    }

    @Test
    void refuse_content_without_a_name_as_not_allowed() {
        assertThat(judge(AS_PNG, Facts.unknown(), PASSPORT))
                .containsExactly(new Refusal.TypeNotAllowed(ContentType.UNKNOWN, "passport"));
    }

    @Test
    void name_every_rule_that_content_of_an_allowed_type_breaks() {
        Facts facts = Facts.inert(ContentType.JPEG, false, Optional.of(FLOOD));

        assertThat(judge(AS_PNG, facts, PASSPORT))
                .containsExactly(
                        new Refusal.TypeContradicted(ContentType.JPEG),
                        new Refusal.Damaged(ContentType.JPEG),
                        new Refusal.DimensionsTooLarge(FLOOD));
    }

    @Test
    void judge_all_but_the_type_when_the_purpose_is_not_known() {
        assertThat(judge(AS_PNG, broken(ContentType.PDF), UNDECIDED))
                .containsExactly(
                        new Refusal.TypeContradicted(ContentType.PDF),
                        new Refusal.Damaged(ContentType.PDF));
    }

    @Test
    void look_no_further_into_what_may_enter_for_no_purpose() {
        assertThat(judge(AS_PNG, broken(ContentType.WEBP), UNDECIDED))
                .containsExactly(new Refusal.TypeContradicted(ContentType.WEBP));
    }

    @Test
    void say_nothing_of_unknown_content_when_the_purpose_is_not_known() {
        assertThat(judge(AS_PNG, Facts.unknown(), UNDECIDED)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10000, 10000, true",
        "10000, 10001, false",
        "30000, 3333, true",
        "30001, 1, false",
        "1, 30001, false",
        "4294967295, 4294967295, false",
    })
    void limit_pixels_and_sides(long width, long height, boolean taken) {
        var dimensions = new Dimensions(width, height);
        Facts facts = Facts.inert(ContentType.PNG, true, Optional.of(dimensions));

        assertThat(judge(AS_PNG, facts, PASSPORT).isEmpty()).isEqualTo(taken);
    }

    private List<Refusal.OfDocument> judge(Declared declared, Facts facts, Admission admission) {
        return rules.judge(declared, SOME_SIZE, facts, admission);
    }

    private static Facts sound(ContentType type) {
        return Facts.inert(type, true, Optional.empty());
    }

    private static Facts broken(ContentType type) {
        return Facts.inert(type, false, Optional.empty());
    }
}
