package vestibule.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What the other tests of this package rest on: nothing that goes wrong escapes the accounts. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccountsTest {

    private final Accounts accounts = new Accounts();
    private final Map<String, Books.Row> rows = new HashMap<>();
    private final Map<String, String> objects = new HashMap<>();
    private final List<Events.Told> told = new ArrayList<>();

    @BeforeEach
    void two_are_acknowledged_one_after_the_other() {
        for (var content : List.of("first", "second")) {
            accounts.attempted(content);
            accounts.acknowledged(content);
            keep(content);
        }
    }

    private void keep(String content) {
        rows.put(content, row(content, content));
        objects.put("key-of-" + content, content);
        told.add(told(content, "event-of-" + content));
    }

    private static Books.Row row(String id, String content) {
        return new Books.Row(id, content, "key-of-" + content, "event-of-" + content);
    }

    private static Events.Told told(String content, String id) {
        return new Events.Told(
                id, "file", content, "acme/1", 0, Instant.EPOCH, content, "key-of-" + content);
    }

    private Tally tally() {
        return accounts.settle(new Findings(rows, objects, told));
    }

    @Test
    void what_is_as_it_was_answered_is_clean() {
        assertThat(tally()).isEqualTo(new Tally(2, 0, 0, 0, 0, 0, 0, 0));
        assertThat(tally().clean()).isTrue();
    }

    @Test
    void what_was_refused_or_never_answered_may_be_there_or_not() {
        accounts.attempted("unknown and there");
        keep("unknown and there");
        accounts.attempted("unknown");
        accounts.attempted("refused and there");
        accounts.refused("refused and there");
        keep("refused and there");
        accounts.attempted("refused");
        accounts.refused("refused");

        assertThat(tally()).isEqualTo(new Tally(2, 2, 2, 0, 0, 0, 0, 0));
    }

    @Test
    void without_its_row_it_is_lost_and_the_rest_is_too_much() {
        rows.remove("second");

        assertThat(tally()).isEqualTo(new Tally(2, 0, 0, 1, 1, 1, 0, 0));
    }

    @Test
    void without_its_object_it_is_lost() {
        objects.remove("key-of-second");

        assertThat(tally()).isEqualTo(new Tally(2, 0, 0, 1, 1, 0, 0, 0));
    }

    @Test
    void with_other_bytes_it_is_lost() {
        objects.put("key-of-second", "torn");

        assertThat(tally()).isEqualTo(new Tally(2, 0, 0, 1, 1, 0, 0, 0));
    }

    @Test
    void untold_it_is_lost() {
        told.removeLast();

        assertThat(tally()).isEqualTo(new Tally(2, 0, 0, 1, 1, 0, 0, 0));
    }

    @Test
    void what_nobody_sent_is_a_phantom() {
        keep("of nobody");

        assertThat(tally()).isEqualTo(new Tally(2, 0, 0, 0, 1, 0, 0, 0));
    }

    @Test
    void what_was_sent_once_and_kept_twice_is_a_phantom() {
        rows.put("again", row("again", "second"));
        told.add(
                new Events.Told(
                        "other",
                        "file",
                        "again",
                        "acme/1",
                        0,
                        Instant.EPOCH,
                        "second",
                        "key-of-second"));

        assertThat(tally()).isEqualTo(new Tally(2, 0, 0, 0, 1, 0, 0, 0));
    }

    @Test
    void an_event_that_says_other_than_its_row_is_a_phantom() {
        rows.put("second", new Books.Row("second", "second", "elsewhere", "event-of-second"));
        objects.put("elsewhere", objects.remove("key-of-second"));

        assertThat(tally()).isEqualTo(new Tally(2, 0, 0, 0, 1, 0, 0, 0));
    }

    @Test
    void an_object_that_no_row_claims_is_an_orphan() {
        objects.put("left", "part of something");

        assertThat(tally()).isEqualTo(new Tally(2, 0, 0, 0, 0, 1, 0, 0));
    }

    @Test
    void told_again_under_its_id_is_clean_and_under_another_is_not() {
        told.add(told("first", "event-of-first"));
        assertThat(tally().clean()).isTrue();

        told.add(told("first", "another"));
        assertThat(tally()).isEqualTo(new Tally(2, 0, 0, 0, 0, 0, 1, 0));
    }

    @Test
    void told_before_what_was_answered_earlier_is_disorder() {
        told.addFirst(told.removeLast());

        assertThat(tally()).isEqualTo(new Tally(2, 0, 0, 0, 0, 0, 0, 1));
    }

    @Test
    void what_was_sent_at_the_same_time_may_be_told_in_any_order() {
        accounts.attempted("third");
        accounts.attempted("fourth");
        accounts.acknowledged("third");
        accounts.acknowledged("fourth");
        keep("fourth");
        keep("third");

        assertThat(tally().clean()).isTrue();
    }
}
