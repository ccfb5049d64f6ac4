package vestibule.local.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** What k8s/ and the image say about a pod of file-service. */
record PodManifest(Path root) {

    static PodManifest read() {
        return new PodManifest(Path.of(System.getProperty("vestibule.root", "../..")));
    }

    private JsonNode pod() throws IOException {
        var file = root.resolve("k8s/base/service/deployment.yaml").toFile();
        return new YAMLMapper().readTree(file).at("/spec/template/spec");
    }

    /** {@code startup}, {@code readiness} or {@code liveness}. */
    String probePath(String probe) throws IOException {
        return pod().at("/containers/0/%sProbe/httpGet/path".formatted(probe)).asText();
    }

    String user() throws IOException {
        return pod().at("/securityContext/runAsUser").asText();
    }

    /** What is left of the grace period after the sleep before SIGTERM. */
    Duration graceAfterSleep() throws IOException {
        var pod = pod();
        var grace = pod.at("/terminationGracePeriodSeconds").asLong();
        return Duration.ofSeconds(
                grace - pod.at("/containers/0/lifecycle/preStop/sleep/seconds").asLong());
    }

    /** The variables of both ConfigMaps, the service's own last. */
    Map<String, String> settings() throws IOException {
        var settings = new HashMap<String, String>();
        for (var file : List.of("settings.env", "file-service/settings.env")) {
            var lines = new Properties();
            try (var reader = Files.newBufferedReader(root.resolve("k8s/base").resolve(file))) {
                lines.load(reader);
            }
            lines.stringPropertyNames()
                    .forEach(name -> settings.put(name, lines.getProperty(name)));
        }
        return settings;
    }

    /** The flags of the image, and the memory that the limit leaves the JVM to see. */
    List<String> jvmOptions() throws IOException {
        var options =
                Files.readAllLines(root.resolve("deploy/image/Containerfile")).stream()
                        .filter(line -> line.startsWith("ENV JDK_JAVA_OPTIONS="))
                        .map(line -> line.substring(line.indexOf('"') + 1, line.lastIndexOf('"')))
                        .findFirst()
                        .orElseThrow();
        var limit = pod().at("/containers/0/resources/limits/memory").asText();
        return Arrays.asList((options + " -XX:MaxRAM=" + limit.replace("Mi", "m")).split(" ", -1));
    }

    /** The folder that is {@code /app} in the image. */
    Path app() {
        return root.resolve("file-service/target/quarkus-app").toAbsolutePath().normalize();
    }
}
