package vestibule.intake.storage;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vestibule.intake.body.Part;

/**
 * Keeps objects under keys. Every method blocks, and throws {@link StoreUnavailable} when the store
 * cannot be reached or does not answer in time; the effect is then unknown, and the sweep removes
 * what nobody claims. It throws {@link StoreRefused} when the store finds the request wrong, and
 * {@link org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException} while a store
 * that kept failing is not asked.
 *
 * <p>An implementation passes {@code ObjectStoreContract}.
 */
public interface ObjectStore {

    /**
     * Stores the content whole; it can be read once this returns. The store verifies the checksum.
     */
    void put(String key, Part content, byte[] sha256);

    /** Begins an object that nobody can read until it is completed. */
    Multipart begin(String key);

    /**
     * Sends one part; parts but the last have the size of {@code StoreConfig.partBytes}. Numbers
     * count from 1.
     */
    SentPart send(Multipart multipart, int number, Part content);

    /** Makes the object readable. Completing again what is complete is no error. */
    void complete(Multipart multipart, List<SentPart> parts);

    /** Forgets the parts. Aborting what is gone is no error. */
    void abort(Multipart multipart);

    /**
     * The object's bytes, to be closed; empty when there is none.
     *
     * @throws StoreBusy when as many as may be are open
     */
    Optional<InputStream> open(String key);

    /** Removes the object with all its versions. Removing what is gone is no error. */
    void remove(String key);

    /** The name that came to this key first: this one, when none has. */
    String claim(String key, String name);

    /** A page of the objects whose keys begin with the prefix: the first, or the one named. */
    Page list(String prefix, Optional<String> page);

    /** The next steps of keys after the prefix, each ending with a slash. */
    List<String> folders(String prefix);

    /** Tells every begun and not completed object whose key begins so, at least once. */
    void unfinished(String prefix, Consumer<Unfinished> each);

    /** Returns when the store answers and the bucket is there. */
    void check();

    /** An object that is being sent in parts. */
    record Multipart(String key, String uploadId) {}

    /** The store's receipt of one part. */
    record SentPart(int number, String etag, String crc32) {}

    record Stored(String key, Instant modified) {}

    /** Some objects, and the name of the page that follows, empty after the last. */
    record Page(List<Stored> objects, Optional<String> next) {}

    record Unfinished(Multipart multipart, Instant begun) {}
}
