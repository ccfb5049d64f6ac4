package vestibule.intake.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.net.URI;
import java.time.Duration;

/**
 * OpenTelemetry's SDK as a service has it. Whatever the collector does, a request only ever puts
 * its span into a queue of bounded length; what the queue has no room for is dropped.
 */
final class SpanExport {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration EVERY = Duration.ofSeconds(1);

    /** About 1 KiB each. */
    private static final int QUEUE = 2048;

    private static final int BATCH = 512;

    private SpanExport() {}

    /** Who exports. */
    record Source(String service, String version) {

        private Resource resource() {
            return Resource.getDefault()
                    .merge(
                            Resource.create(
                                    Attributes.of(
                                            AttributeKey.stringKey("service.namespace"),
                                            "vestibule",
                                            AttributeKey.stringKey("service.name"),
                                            service,
                                            AttributeKey.stringKey("service.version"),
                                            version)));
        }
    }

    static SdkTracerProvider to(URI collector, double ratio, Source source) {
        var exporter =
                OtlpHttpSpanExporter.builder()
                        .setEndpoint(collector.toString())
                        .setConnectTimeout(CONNECT)
                        .setTimeout(PATIENCE)
                        // The next batch is the next attempt: spans are not worth a second one.
                        .setRetryPolicy(null)
                        .setMeterProvider(MeterProvider.noop())
                        .build();
        return SdkTracerProvider.builder()
                .setResource(source.resource())
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(ratio)))
                .addSpanProcessor(
                        BatchSpanProcessor.builder(new ReportedExporter(exporter))
                                .setMaxQueueSize(QUEUE)
                                .setMaxExportBatchSize(BATCH)
                                .setScheduleDelay(EVERY)
                                .setExporterTimeout(PATIENCE)
                                .build())
                .build();
    }
}
