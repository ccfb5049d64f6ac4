package vestibule.intake.storage;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import vestibule.intake.storage.ObjectStore.Stored;
import vestibule.intake.storage.ObjectStore.Unfinished;

/**
 * Removes what a crash or a lost answer left in the store: objects that no row claims and uploads
 * that were never completed. They are personal data. Every replica may run it, also at once.
 */
@Singleton
public class Sweep {

    private static final Logger LOG = Logger.getLogger(Sweep.class);

    private static final String FOREIGN =
            "sweep: nothing is removed, because %s says that the objects belong to the database %s,"
                    + " and this is %s: give each a bucket of its own; or, if this one has come in"
                    + " the other's place, remove that object";

    private final ObjectStore store;
    private final ObjectKeys keys;
    private final Claims claims;
    private final SweepConfig config;
    private final MeterRegistry meters;

    /** Before this hour all is looked through. */
    private volatile Instant done = Instant.MIN;

    Sweep(
            ObjectStore store,
            ObjectKeys keys,
            Claims claims,
            SweepConfig config,
            MeterRegistry meters) {
        this.store = store;
        this.keys = keys;
        this.claims = claims;
        this.config = config;
        this.meters = meters;
    }

    @Scheduled(
            every = "${vestibule.sweep.every:10m}",
            delayed = "${vestibule.sweep.delay:1m}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        try {
            sweep();
        } catch (RuntimeException nextTime) {
            LOG.warn("sweep: not finished, beginning anew next time", nextTime);
        }
    }

    /**
     * Looks through what is recent and removes what is older than the grace period. After the first
     * time that is what may have come since: an object comes within a grace period of its key's
     * hour, and is old enough after another.
     */
    void sweep() {
        if (!isOurs()) {
            return;
        }
        var now = keys.now();
        var old = now.minus(config.grace());
        var from = Collections.max(List.of(now.minus(config.lookback()), done));
        var uploads = abortUploads(old);
        var objects = 0;
        for (var tenant : store.folders(keys.root())) {
            for (var hour : keys.hours(tenant, from, old)) {
                objects += removeObjects(hour, old);
            }
        }
        done = old.minus(config.grace());
        if (uploads + objects > 0) {
            LOG.infof("sweep: removed %d objects and %d uploads nobody claims", objects, uploads);
        }
    }

    private boolean isOurs() {
        var database = claims.claimant();
        var owner = store.claim(keys.owner(), database);
        var ours = owner.equals(database);
        meters.counter("vestibule.sweeps.refused").increment(ours ? 0 : 1);
        if (!ours) {
            LOG.errorf(FOREIGN, keys.owner(), owner, database);
        }
        return ours;
    }

    private int abortUploads(Instant old) {
        var found = new ArrayList<Unfinished>();
        store.unfinished(keys.root(), found::add);
        found.removeIf(upload -> upload.begun().isAfter(old));
        found.forEach(upload -> store.abort(upload.multipart()));
        return counted("upload", found.size());
    }

    /**
     * An object is as old as its last change: a slow upload ends long after the hour of its key.
     */
    private int removeObjects(String prefix, Instant old) {
        var removed = 0;
        var next = Optional.<String>empty();
        do {
            var page = store.list(prefix, next);
            removed += counted("object", removeUnclaimed(keysOf(page.objects(), old)));
            next = page.next();
        } while (next.isPresent());
        return removed;
    }

    private static List<String> keysOf(List<Stored> objects, Instant old) {
        return objects.stream()
                .filter(stored -> !stored.modified().isAfter(old))
                .map(Stored::key)
                .toList();
    }

    private int removeUnclaimed(List<String> candidates) {
        if (candidates.isEmpty()) {
            return 0;
        }
        var claimed = claims.claimed(candidates);
        var unclaimed = candidates.stream().filter(key -> !claimed.contains(key)).toList();
        unclaimed.forEach(store::remove);
        return unclaimed.size();
    }

    private int counted(String kind, int swept) {
        meters.counter("vestibule.swept", "kind", kind).increment(swept);
        return swept;
    }
}
