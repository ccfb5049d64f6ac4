package vestibule.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vestibule.embedded.ChildProcess;
import vestibule.embedded.PrivateFile;
import vestibule.embedded.StackPorts;
import vestibule.embedded.Watchdog;

/** One service as a child JVM, set up by its environment. */
final class ServiceProcess {

    private static final Duration READY_WITHIN = Duration.ofSeconds(120);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(35);
    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(2);
    private static final String JAVA_OPTS = "JAVA_OPTS";

    /** For 512 MiB all told (docs/decisions/jvm.md); {@code VESTIBULE_JAVA_OPTS} replaces it. */
    private static final String SMALL =
            "-Xms64m -Xmx256m -Xmn32m -XX:+UseSerialGC -XX:MinHeapFreeRatio=20"
                    + " -XX:MaxHeapFreeRatio=40 -XX:ReservedCodeCacheSize=64m"
                    + " -XX:+UseCompactObjectHeaders -XX:TrimNativeHeapInterval=1000";

    private final Service service;
    private final Home home;
    private final Ports ports;
    private final ChildProcess child;

    ServiceProcess(Service service, Home home, Ports ports) {
        this.service = service;
        this.home = home;
        this.ports = ports;
        this.child = new ChildProcess(service.title(), home.log(service), home.pidFile(service));
    }

    String id() {
        return service.id();
    }

    String title() {
        return service.title();
    }

    int port() {
        return ports.of(service);
    }

    /** Starts it with the settings of its database, S3 and Kafka; returns when it is ready. */
    void start(Map<String, String> settings, HttpClient probe) {
        var environment = environment(settings);
        PrivateFile.write(home.environment(service), environment);
        child.start(command(System.getenv()), environment, ownVariables());
        child.await(READY_WITHIN, () -> ready(probe));
    }

    /** Ends what an earlier run left; throws when something else has one of its ports. */
    void clearTheWay() {
        child.endOrphan();
        StackPorts.requireFree(ports.of(service), service.title());
        StackPorts.requireFree(ports.management(service), service.title() + "'s health");
    }

    private List<String> command(Map<String, String> environment) {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        var own = "VESTIBULE_" + service.name() + "_" + JAVA_OPTS;
        Stream.of(
                        environment.getOrDefault("VESTIBULE_" + JAVA_OPTS, SMALL),
                        environment.getOrDefault(own, ""))
                .flatMap(options -> Stream.of(options.split("\\s+", -1)))
                .filter(option -> !option.isEmpty())
                .forEach(command::add);
        command.addAll(List.of("-jar", service.jar(home.root()).toString()));
        return Watchdog.over(command, "TERM");
    }

    private Map<String, String> environment(Map<String, String> settings) {
        var environment = new HashMap<String, String>();
        settings.forEach((key, value) -> environment.put(variable(key), value));
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(service)));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(ports.management(service)));
        environment.put("VESTIBULE_ACCESS_FILE", home.accessFile().toString());
        return environment;
    }

    /** How a setting is called as a variable: every character but letters and digits is "_". */
    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    static Set<String> ownVariables() {
        var own = new HashSet<>(Ports.variables());
        own.add("VESTIBULE_" + JAVA_OPTS);
        Stream.of(Service.values())
                .forEach(service -> own.add("VESTIBULE_" + service.name() + "_" + JAVA_OPTS));
        return own;
    }

    private boolean ready(HttpClient probe) {
        var uri = "http://127.0.0.1:%d/q/health/ready".formatted(ports.management(service));
        var request = HttpRequest.newBuilder(URI.create(uri)).timeout(PROBE_TIMEOUT).build();
        try {
            return probe.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void onExit(Consumer<String> action) {
        child.onExit(() -> action.accept(service.title()));
    }

    void stop() {
        child.stop(STOP_WITHIN);
    }
}
