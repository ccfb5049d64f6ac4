package vestibule.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A running stack: Kafka, PostgreSQL and S3 on 127.0.0.1. Its processes end with {@link #close},
 * with this JVM, and when this JVM is killed; its data stays.
 */
public final class EmbeddedStack implements AutoCloseable {

    /** Each has a database and a user of this name. */
    public static final List<String> SERVICES =
            List.of("file", "ddq", "image", "media", "document");

    private final DataDirectory data;
    private final KafkaBroker kafka;
    private final PostgresServer postgres;
    private final S3Server s3;
    private final Thread atExit = new Thread(this::stopAll, "embedded-stack-stop");

    private EmbeddedStack(StackConfig config, DataDirectory data) {
        var programs = new Programs(config.home());
        var identity = Identity.of(data, programs);
        this.data = data;
        this.kafka = new KafkaBroker(programs, data, config.ports());
        this.postgres = new PostgresServer(programs, data, identity, config.ports().postgres());
        this.s3 = new S3Server(programs, data, identity, config.ports().s3());
    }

    /** Starts all three side by side; returns when all serve, or throws with none left running. */
    public static EmbeddedStack start(StackConfig config) {
        return start(config, started -> {});
    }

    /** The same, telling of each part as it is ready. */
    public static EmbeddedStack start(StackConfig config, Consumer<Part> ready) {
        var data = DataDirectory.own(config.directory());
        try {
            var stack = new EmbeddedStack(config, data);
            stack.startAll(ready);
            return stack;
        } catch (RuntimeException e) {
            data.close();
            throw e;
        }
    }

    /** Whether a stack, of this JVM or another, runs on this data directory. */
    public static boolean runsIn(Path directory) {
        return DataDirectory.inUse(directory);
    }

    private void startAll(Consumer<Part> ready) {
        parts().forEach(Part::clearTheWay);
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            inParallel(
                    part -> {
                        part.start();
                        ready.accept(part);
                    });
        } catch (RuntimeException e) {
            stopAll();
            withoutShutdownHook();
            throw e;
        }
    }

    private void inParallel(Consumer<Part> action) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks =
                    parts().map(
                                    part ->
                                            CompletableFuture.runAsync(
                                                    () -> action.accept(part), threads))
                            .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(tasks).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StackException known) {
                throw known;
            }
            throw e;
        }
    }

    private Stream<Part> parts() {
        return Stream.of(kafka, postgres, s3);
    }

    private void stopAll() {
        inParallel(Part::stop);
    }

    /** For a caller that closes this stack at exit itself, after what depends on it. */
    public EmbeddedStack withoutShutdownHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException alreadyExiting) {
            // The hook runs by itself.
        }
        return this;
    }

    /** Tells when a part ends, wanted or not. */
    public void onExit(Consumer<Part> action) {
        parts().forEach(part -> part.onExit(() -> action.accept(part)));
    }

    public KafkaBroker kafka() {
        return kafka;
    }

    public PostgresServer postgres() {
        return postgres;
    }

    public S3Server s3() {
        return s3;
    }

    /** The Quarkus settings with which a service (a name of {@link #SERVICES}) uses this stack. */
    public Map<String, String> settings(String service) {
        var credentials = "quarkus.s3.aws.credentials.";
        return Map.ofEntries(
                Map.entry("quarkus.datasource.jdbc.url", postgres.jdbcUrl(service)),
                Map.entry("quarkus.datasource.username", postgres.user(service)),
                Map.entry("quarkus.datasource.password", postgres.password(service)),
                Map.entry("quarkus.s3.endpoint-override", s3.endpoint().toString()),
                Map.entry("quarkus.s3.path-style-access", "true"),
                Map.entry("quarkus.s3.aws.region", S3Server.REGION),
                Map.entry(credentials + "type", "static"),
                Map.entry(credentials + "static-provider.access-key-id", s3.accessKey()),
                Map.entry(credentials + "static-provider.secret-access-key", s3.secretKey()),
                Map.entry("kafka.bootstrap.servers", kafka.bootstrapServers()),
                Map.entry("vestibule.store.bucket", S3Server.BUCKET));
    }

    @Override
    public void close() {
        stopAll();
        data.close();
        withoutShutdownHook();
    }
}
