package vestibule.local;

import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vestibule.embedded.PrivateFile;

/** The two demo clients: their secrets are drawn once and kept beside {@code access.yaml}. */
final class DemoClients {

    /** The second client's secrets have this at the end of their names. */
    private static final Map<String, String> SUFFIXES = Map.of("acme", "", "globex", "_2");

    private static final List<String> CLIENTS = List.of("acme", "globex");

    private final Home home;

    DemoClients(Home home) {
        this.home = home;
    }

    /** All secrets by name; made, with {@code access.yaml}, when there are none yet. */
    Map<String, String> secrets() {
        if (!Files.exists(home.accessFile()) || !Files.exists(home.credentials())) {
            var fresh = draw();
            PrivateFile.write(home.credentials(), fresh);
            PrivateFile.writeText(home.accessFile(), accessYaml(fresh));
        }
        Door.ALL.forEach(door -> door.writeSamples(home.samples()));
        return PrivateFile.read(home.credentials());
    }

    private static Map<String, String> draw() {
        var secrets = new LinkedHashMap<String, String>();
        for (var door : Door.ALL) {
            for (var name : door.secrets()) {
                CLIENTS.forEach(
                        client -> secrets.put(name + SUFFIXES.get(client), Secrets.random()));
            }
        }
        return secrets;
    }

    private static String accessYaml(Map<String, String> secrets) {
        var yaml =
                new StringBuilder("# Demo clients; their secrets are in credentials.properties.\n");
        yaml.append("clients:\n");
        for (var client : CLIENTS) {
            yaml.append("  - id: ").append(client).append('\n');
            for (var door : Door.ALL) {
                door.access(of(client, door, secrets))
                        .forEach(line -> yaml.append("    ").append(line).append('\n'));
            }
        }
        return yaml.toString();
    }

    private static Map<String, String> of(String client, Door door, Map<String, String> secrets) {
        var own = new LinkedHashMap<String, String>();
        for (var name : door.secrets()) {
            own.put(name, secrets.getOrDefault(name + SUFFIXES.get(client), ""));
        }
        return own;
    }
}
