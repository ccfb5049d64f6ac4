package vestibule.intake.trace;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vestibule.intake.Failures;

/**
 * One line in the log when the collector takes no spans any more, and one when it does again,
 * however often it is tried; the SDK's own lines are switched off.
 */
final class ReportedExporter implements SpanExporter {

    private static final Logger LOG = Logger.getLogger(Tracing.class);

    private final SpanExporter exporter;
    private final AtomicLong lost = new AtomicLong();

    ReportedExporter(SpanExporter exporter) {
        this.exporter = exporter;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        // A result of our own: whoever waits for the exporter's may see it, and empty his
        // collection, before it is reported.
        var reported = new CompletableResultCode();
        var result = exporter.export(spans);
        result.whenComplete(
                () -> {
                    report(result, spans.size());
                    if (result.isSuccess()) {
                        reported.succeed();
                    } else {
                        reported.fail();
                    }
                });
        return reported;
    }

    private void report(CompletableResultCode result, int spans) {
        if (!result.isSuccess()) {
            if (lost.getAndAdd(spans) == 0) {
                LOG.warnf(
                        "traces: the collector takes no spans since now, they are dropped: %s",
                        reason(result.getFailureThrowable()));
            }
            return;
        }
        var missing = lost.getAndSet(0);
        if (missing > 0) {
            LOG.infof("traces: the collector takes spans again, %d or more were dropped", missing);
        }
    }

    /** What has no cause was answered, with another status than 200. */
    private static String reason(@Nullable Throwable failure) {
        return failure == null || failure.getCause() == null
                ? "it refuses them"
                : Failures.root(failure).toString();
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }
}
