package vestibule.document;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jspecify.annotations.Nullable;
import vestibule.intake.Elapsed;

/** The public keys of one issuer as they were last read; a failure leaves those before in use. */
final class KeySet {

    /** Between two looks for a key that is not there: tokens of strangers can ask for any. */
    private static final Duration UNKNOWN_KEY = Duration.ofSeconds(30);

    /** Between two attempts to get any keys at all. */
    private static final Duration NO_KEYS = Duration.ofSeconds(5);

    /** A key that its issuer took back works no longer than this. */
    private static final Duration REFRESH = Duration.ofMinutes(5);

    private static final Logger LOG = Logger.getLogger(KeySet.class);

    private final URI place;
    private final KeySource source;
    private volatile List<JsonWebKey> keys = List.of();
    private CompletableFuture<@Nullable Void> reading = CompletableFuture.completedFuture(null);
    private Instant lastRead = Instant.MIN;

    KeySet(URI place, KeySource source) {
        this.place = place;
        this.source = source;
    }

    List<JsonWebKey> keys() {
        return keys;
    }

    /** True when nothing speaks for another look: a token without a key id takes what there is. */
    boolean has(@Nullable String keyId) {
        return keyId == null || keys.stream().anyMatch(key -> keyId.equals(key.getKeyId()));
    }

    /**
     * Looks for new keys, unless that was done just now.
     *
     * @return completed when the look is over, whatever it brought; empty when it is too soon
     */
    Optional<CompletableFuture<@Nullable Void>> lookAgain(Instant now) {
        return read(now, keys.isEmpty() ? NO_KEYS : UNKNOWN_KEY);
    }

    /** Keeps what is known from growing old. */
    void refresh(Instant now) {
        var unused = read(now, keys.isEmpty() ? NO_KEYS : REFRESH);
    }

    private synchronized Optional<CompletableFuture<@Nullable Void>> read(
            Instant now, Duration atMostEvery) {
        if (!reading.isDone()) {
            return Optional.of(reading);
        }
        if (!Elapsed.isOver(atMostEvery, lastRead, now)) {
            return Optional.empty();
        }
        lastRead = now;
        reading = source.read(place).handle(this::take);
        return Optional.of(reading);
    }

    private @Nullable Void take(@Nullable List<JsonWebKey> found, @Nullable Throwable failure) {
        if (found == null) {
            LOG.warnf("the keys at %s cannot be had: %s", place, failure);
        } else {
            keys = found;
        }
        return null;
    }
}
