package vestibule.intake.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vestibule.intake.body.Leases.part;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.storage.ObjectStore.Stored;
import vestibule.intake.storage.ObjectStore.Unfinished;

/** What every object store must do. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class ObjectStoreContract {

    private static final int PART = 5 << 20;

    private final String root = "contract/" + UUID.randomUUID() + "/";
    private final String key = root + "object";

    abstract ObjectStore store();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100_000, PART})
    void keeps_what_is_put(int length) throws IOException {
        var content = bytes(length);

        store().put(key, part(content), InMemoryObjectStore.sha256(content));

        assertThat(read(key)).isEqualTo(content);
    }

    @Test
    void who_claims_first_keeps_it() {
        assertThat(store().claim(key, "first")).isEqualTo("first");
        assertThat(store().claim(key, "second")).isEqualTo("first");
        assertThat(store().claim(key, "first")).isEqualTo("first");
    }

    @Test
    void replaces_what_was_there() throws IOException {
        put(key, bytes(10));

        put(key, bytes(20));

        assertThat(read(key)).isEqualTo(bytes(20));
    }

    @Test
    void refuses_content_that_differs_from_its_checksum() {
        assertThatThrownBy(
                        () ->
                                store().put(
                                                key,
                                                part(bytes(1000)),
                                                InMemoryObjectStore.sha256(bytes(999))))
                .isInstanceOf(StoreRefused.class);

        assertThat(store().open(key)).isEmpty();
    }

    @Test
    void has_nothing_under_another_key() {
        assertThat(store().open(root + "absent")).isEmpty();
    }

    @Test
    void removes_an_object() {
        put(key, bytes(10));

        store().remove(key);

        assertThat(store().open(key)).isEmpty();
        assertThat(keysUnder(root)).isEmpty();
    }

    @Test
    void removes_only_the_object_of_that_very_key() {
        put(key, bytes(10));
        put(key + "2", bytes(10));

        store().remove(key);

        assertThat(keysUnder(root)).containsExactly(key + "2");
    }

    @Test
    void lets_what_is_gone_be_removed() {
        store().remove(key);

        assertThat(store().open(key)).isEmpty();
    }

    @Test
    void shows_an_object_of_several_parts_only_when_it_is_complete() throws IOException {
        var content = bytes(3 * PART + 12_345);
        var multipart = store().begin(key);

        var sent = IntStream.range(0, 4).mapToObj(i -> send(multipart, i + 1, content)).toList();
        assertThat(store().open(key)).isEmpty();
        assertThat(keysUnder(root)).isEmpty();

        store().complete(multipart, sent);
        assertThat(read(key)).isEqualTo(content);
        assertThat(keysUnder(root)).containsExactly(key);
        assertThat(unfinished(root)).isEmpty();
    }

    @Test
    void takes_a_part_again() throws IOException {
        var content = bytes(PART + 10);
        var multipart = store().begin(key);
        send(multipart, 1, content);

        var sent = List.of(send(multipart, 1, content), send(multipart, 2, content));
        store().complete(multipart, sent);

        assertThat(read(key)).isEqualTo(content);
    }

    @Test
    void lets_what_is_complete_be_completed_again() throws IOException {
        var multipart = store().begin(key);
        var sent = List.of(send(multipart, 1, bytes(100)));
        store().complete(multipart, sent);

        store().complete(multipart, sent);

        assertThat(read(key)).isEqualTo(bytes(100));
    }

    @Test
    void does_not_complete_what_was_aborted() {
        var multipart = store().begin(key);
        var sent = List.of(send(multipart, 1, bytes(100)));
        store().abort(multipart);

        assertThatThrownBy(() -> store().complete(multipart, sent))
                .isInstanceOf(StoreUnavailable.class);

        assertThat(store().open(key)).isEmpty();
    }

    @Test
    void forgets_what_is_aborted_also_twice() {
        var multipart = store().begin(key);
        send(multipart, 1, bytes(100));

        store().abort(multipart);
        store().abort(multipart);

        assertThat(unfinished(root)).isEmpty();
        assertThat(store().open(key)).isEmpty();
    }

    @Test
    void tells_what_was_begun_and_when() {
        var before = Instant.now().minus(2, ChronoUnit.SECONDS);
        var multipart = store().begin(key);

        assertThat(unfinished(root))
                .singleElement()
                .satisfies(
                        found -> {
                            assertThat(found.multipart()).isEqualTo(multipart);
                            assertThat(found.begun()).isBetween(before, Instant.now());
                        });

        store().abort(multipart);
    }

    @Test
    void lists_by_prefix_with_the_time_of_the_last_change() {
        var before = Instant.now().minus(2, ChronoUnit.SECONDS);
        put(root + "a/1", bytes(1));
        put(root + "a/2", bytes(1));
        put(root + "b/1", bytes(1));

        var found = TestStore.list(store(), root + "a/");

        assertThat(found)
                .extracting(Stored::key)
                .containsExactlyInAnyOrder(root + "a/1", root + "a/2");
        assertThat(found).allMatch(stored -> stored.modified().isAfter(before));
    }

    @Test
    void names_the_folders_under_a_prefix() {
        Stream.of("a/1/x", "a/2/y", "b/1", "top").forEach(name -> put(root + name, bytes(1)));

        assertThat(store().folders(root)).containsExactlyInAnyOrder(root + "a/", root + "b/");
        assertThat(store().folders(root + "none/")).isEmpty();
    }

    @Test
    void answers_a_check() {
        store().check();
    }

    final void put(String at, byte[] content) {
        store().put(at, part(content), InMemoryObjectStore.sha256(content));
    }

    private ObjectStore.SentPart send(ObjectStore.Multipart multipart, int number, byte[] whole) {
        var from = (number - 1) * PART;
        var length = Math.min(PART, whole.length - from);
        var piece = new byte[length];
        System.arraycopy(whole, from, piece, 0, length);
        return store().send(multipart, number, part(piece));
    }

    private byte[] read(String at) throws IOException {
        try (var stream = store().open(at).orElseThrow()) {
            return stream.readAllBytes();
        }
    }

    private List<String> keysUnder(String prefix) {
        return TestStore.list(store(), prefix).stream().map(Stored::key).toList();
    }

    private List<Unfinished> unfinished(String prefix) {
        var found = new ArrayList<Unfinished>();
        store().unfinished(prefix, found::add);
        return found;
    }

    static byte[] bytes(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
