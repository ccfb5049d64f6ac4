package vestibule.intake.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import vestibule.intake.Commit;
import vestibule.intake.Commits;
import vestibule.intake.event.DeletionReason;
import vestibule.intake.storage.Removals;
import vestibule.validation.Refusal;

/**
 * Strikes out documents whose time is over, unless they are held. Every replica may run it, also at
 * once: each takes other rows.
 */
@Singleton
public class Purge {

    private static final Logger LOG = Logger.getLogger(Purge.class);
    private static final int BATCH = 50;

    private final StandingDocuments documents;
    private final Register register;
    private final Commits commits;
    private final Removals removals;
    private final MeterRegistry meters;
    private final Clock clock;

    Purge(
            StandingDocuments documents,
            Register register,
            Commits commits,
            Removals removals,
            MeterRegistry meters,
            Clock clock) {
        this.documents = documents;
        this.register = register;
        this.commits = commits;
        this.removals = removals;
        this.meters = meters;
        this.clock = clock;
    }

    @Scheduled(
            every = "${vestibule.retention.every:10m}",
            delayed = "${vestibule.retention.delay:2m}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        try {
            purge();
        } catch (RuntimeException nextTime) {
            LOG.warn("purge: not finished, going on next time", nextTime);
        }
    }

    private void purge() {
        var purged = 0;
        for (var batch = batch(); batch > 0; batch = batch()) {
            purged += batch;
            meters.counter("vestibule.purged").increment(batch);
            removals.wake();
        }
        if (purged > 0) {
            LOG.infof("purge: %d documents went, as their time was over", purged);
        }
    }

    /** Nearly always there is none, and no transaction begins. */
    private int batch() {
        var now = clock.instant();
        if (documents.expired(now, 1).isEmpty()) {
            return 0;
        }
        return commits.underLock(commit -> strikeExpired(commit, now));
    }

    private int strikeExpired(Commit commit, Instant now) {
        var expired = documents.expired(now, BATCH);
        expired.forEach(
                document ->
                        register.strike(
                                commit,
                                new Departure(
                                        document,
                                        DeletionReason.RETENTION,
                                        Optional.empty(),
                                        now,
                                        new Refusal.NotFound())));
        return expired.size();
    }
}
