package vestibule.intake.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import vestibule.intake.body.Part;

/** An object store for tests without an S3 server; it passes {@link ObjectStoreContract}. */
public class InMemoryObjectStore implements ObjectStore {

    private record Kept(byte[] content, Instant modified) {}

    private record Begun(String key, Instant at, Map<Integer, byte[]> parts) {}

    private static final int PAGE = 2;

    private final Clock clock;
    private final Map<String, Kept> objects = new ConcurrentSkipListMap<>();
    private final Map<String, Begun> uploads = new ConcurrentHashMap<>();

    public InMemoryObjectStore() {
        this(Clock.systemUTC());
    }

    public InMemoryObjectStore(Clock clock) {
        this.clock = clock;
    }

    /** The keys of all objects that can be read. */
    public List<String> keys() {
        return List.copyOf(objects.keySet());
    }

    @Override
    public void put(String key, Part content, byte[] sha256) {
        var bytes = bytes(content);
        if (!Arrays.equals(sha256(bytes), sha256)) {
            throw new StoreRefused("checksum", new IOException("BadDigest"));
        }
        objects.put(key, new Kept(bytes, clock.instant()));
    }

    @Override
    public Multipart begin(String key) {
        var id = UUID.randomUUID().toString();
        uploads.put(id, new Begun(key, clock.instant(), new ConcurrentHashMap<>()));
        return new Multipart(key, id);
    }

    @Override
    public SentPart send(Multipart multipart, int number, Part content) {
        var begun = uploads.get(multipart.uploadId());
        if (begun == null) {
            throw new StoreUnavailable("send", new IOException("NoSuchUpload"));
        }
        begun.parts().put(number, bytes(content));
        return new SentPart(number, "etag-" + number, Integer.toHexString(content.crc32()));
    }

    @Override
    public void complete(Multipart multipart, List<SentPart> parts) {
        var begun = uploads.remove(multipart.uploadId());
        if (begun == null && objects.containsKey(multipart.key())) {
            return;
        }
        if (begun == null) {
            throw new StoreUnavailable("complete", new IOException("NoSuchUpload"));
        }
        var whole = new ByteArrayOutputStream();
        new TreeMap<>(begun.parts()).values().forEach(whole::writeBytes);
        objects.put(begun.key(), new Kept(whole.toByteArray(), clock.instant()));
    }

    @Override
    public void abort(Multipart multipart) {
        uploads.remove(multipart.uploadId());
    }

    @Override
    public Optional<InputStream> open(String key) {
        return Optional.ofNullable(objects.get(key))
                .map(kept -> new ByteArrayInputStream(kept.content()));
    }

    @Override
    public void remove(String key) {
        objects.remove(key);
    }

    @Override
    public String claim(String key, String name) {
        var first = new Kept(name.getBytes(UTF_8), clock.instant());
        var there = objects.putIfAbsent(key, first);
        return new String((there == null ? first : there).content(), UTF_8);
    }

    @Override
    public Page list(String prefix, Optional<String> page) {
        var found =
                objects.entrySet().stream()
                        .filter(object -> object.getKey().startsWith(prefix))
                        .filter(
                                object ->
                                        page.isEmpty() || object.getKey().compareTo(page.get()) > 0)
                        .limit(PAGE)
                        .map(object -> new Stored(object.getKey(), object.getValue().modified()))
                        .toList();
        return new Page(
                found,
                found.size() == PAGE ? Optional.of(found.getLast().key()) : Optional.empty());
    }

    @Override
    public List<String> folders(String prefix) {
        return objects.keySet().stream()
                .filter(key -> key.startsWith(prefix) && key.indexOf('/', prefix.length()) >= 0)
                .map(key -> key.substring(0, key.indexOf('/', prefix.length()) + 1))
                .distinct()
                .toList();
    }

    @Override
    public void unfinished(String prefix, Consumer<Unfinished> each) {
        uploads.forEach(
                (id, begun) -> {
                    if (begun.key().startsWith(prefix)) {
                        each.accept(new Unfinished(new Multipart(begun.key(), id), begun.at()));
                    }
                });
    }

    @Override
    public void check() {}

    private static byte[] bytes(Part content) {
        try (var stream = content.open()) {
            return stream.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
