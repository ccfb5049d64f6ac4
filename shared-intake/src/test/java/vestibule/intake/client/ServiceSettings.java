package vestibule.intake.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import vestibule.intake.Stack;
import vestibule.intake.scan.FakeClamd;

/**
 * How a service is started under test: on the real parts, a scanner and a collector of spans, on
 * free ports, with short waits.
 */
public final class ServiceSettings {

    private ServiceSettings() {}

    /**
     * @param service its short name, for example {@code file}
     * @param accessYaml the clients it knows
     */
    public static Map<String, String> of(String service, String accessYaml) {
        var settings = new HashMap<>(Stack.running().settings(service));
        settings.put("vestibule.access.file", accessFile(accessYaml).toString());
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put("quarkus.http.test-port", "0");
        settings.put("quarkus.management.host", "127.0.0.1");
        settings.put("quarkus.management.test-port", "0");
        settings.put("vestibule.http.body-idle-timeout", "3s");
        settings.put("vestibule.scan.address", FakeClamd.running().address());
        settings.put("vestibule.traces.endpoint", SpanCollector.running().endpoint());
        settings.put("vestibule.sweep.grace", "20s");
        settings.put("vestibule.sweep.delay", "1s");
        settings.put("vestibule.sweep.every", "2s");
        settings.put("vestibule.retention.keep", "3650d");
        settings.put("vestibule.retention.delay", "1s");
        settings.put("vestibule.retention.every", "1s");
        return settings;
    }

    private static Path accessFile(String yaml) {
        try {
            return Files.writeString(Path.of("target", "access.yaml").toAbsolutePath(), yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
