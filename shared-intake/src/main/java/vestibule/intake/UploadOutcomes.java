package vestibule.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;
import org.jspecify.annotations.Nullable;
import vestibule.intake.http.RequestId;
import vestibule.validation.Refusal;

/**
 * What became of uploads: one line in the log each, without personal data, and the meters {@code
 * vestibule_uploads_total}, {@code vestibule_upload_bytes_total} and {@code
 * vestibule_upload_seconds}.
 */
@Singleton
class UploadOutcomes {

    private static final Logger LOG = Logger.getLogger("vestibule.uploads");

    private final MeterRegistry meters;

    UploadOutcomes(MeterRegistry meters) {
        this.meters = meters;
    }

    /** The first failure is one more than none: an alert sees no growth in what was not there. */
    void start(@Observes StartupEvent started) {
        for (var reason : List.of(new Refusal.Internal(), new Refusal.Unavailable())) {
            uploads("failed", nameOf(reason)).increment(0);
        }
    }

    private Counter uploads(String outcome, String reason) {
        return meters.counter("vestibule.uploads", "outcome", outcome, "reason", reason);
    }

    void accepted(Upload upload, int documents) {
        tell(upload, new Outcome("accepted", "none"), " documents=" + documents);
    }

    /** The same request was accepted before. */
    void replayed(Upload upload) {
        tell(upload, new Outcome("replayed", "none"), "");
    }

    void refused(Upload upload, List<Refusal> refusals) {
        tell(upload, new Outcome("refused", nameOf(refusals.getFirst())), "");
    }

    /** The client went away, stalled or broke the framing. */
    void lost(Upload upload) {
        tell(upload, new Outcome("lost", "none"), "");
    }

    /** An outage is told in one line; what nobody expected with its whole story. */
    void failed(Upload upload, Refusal refusal, Throwable failure) {
        var unexpected = refusal instanceof Refusal.Internal;
        var outcome =
                new Outcome(
                        "failed",
                        nameOf(refusal),
                        unexpected ? Level.ERROR : Level.WARN,
                        unexpected ? failure : null);
        tell(upload, outcome, " cause=" + Failures.root(failure));
    }

    private record Outcome(String word, String reason, Level level, @Nullable Throwable story) {
        Outcome(String word, String reason) {
            this(word, reason, Level.INFO, null);
        }
    }

    private void tell(Upload upload, Outcome outcome, String more) {
        var bytes = upload.body().count();
        var elapsed = Duration.ofNanos(System.nanoTime() - upload.begunNanos());
        uploads(outcome.word(), outcome.reason()).increment();
        meters.counter("vestibule.upload.bytes", "outcome", outcome.word()).increment(bytes);
        meters.timer("vestibule.upload", "outcome", outcome.word()).record(elapsed);
        var line =
                "%s reason=%s tenant=%s bytes=%d ms=%d%s"
                        .formatted(
                                outcome.word(),
                                outcome.reason(),
                                upload.caller().tenant(),
                                bytes,
                                elapsed.toMillis(),
                                more);
        RequestId.of(upload.request())
                .during(() -> LOG.log(outcome.level(), line, outcome.story()));
    }

    private static String nameOf(Refusal refusal) {
        return refusal instanceof Refusal.OfVendor own
                ? own.reason()
                : refusal.getClass().getSimpleName();
    }
}
