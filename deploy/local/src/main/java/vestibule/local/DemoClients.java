package vestibule.local;

import java.net.http.HttpClient;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import vestibule.embedded.PrivateFile;

/** The two demo clients: their secrets are drawn once and kept beside {@code access.yaml}. */
final class DemoClients {

    private static final List<Client> CLIENTS =
            List.of(new Client("acme", ""), new Client("globex", "_2"));

    /**
     * @param suffix at the end of the names of its secrets
     */
    private record Client(String id, String suffix) {}

    private final Home home;

    DemoClients(Home home) {
        this.home = home;
    }

    /** All secrets by name; what is missing is drawn, and {@code access.yaml} written for it. */
    Map<String, String> secrets() {
        var known =
                Files.exists(home.credentials())
                        ? PrivateFile.read(home.credentials())
                        : Map.<String, String>of();
        var secrets = new LinkedHashMap<>(known);
        forEachClient(
                (client, door) ->
                        door.secrets()
                                .forEach(
                                        name ->
                                                secrets.computeIfAbsent(
                                                        name + client.suffix(),
                                                        missing -> door.draw(name))));
        if (!secrets.equals(known) || !Files.exists(home.accessFile())) {
            PrivateFile.write(home.credentials(), secrets);
            PrivateFile.writeText(home.accessFile(), accessYaml(secrets));
        }
        Door.ALL.forEach(door -> door.writeSamples(home.samples()));
        return secrets;
    }

    /** The same with what the clients need of the running services, made where it is missing. */
    Map<String, String> seeded(HttpClient http, Ports ports, List<Service> running) {
        var known = secrets();
        var all = new LinkedHashMap<>(known);
        forEachClient(
                (client, door) -> {
                    var suffix = client.suffix();
                    var missing =
                            door.seeds().stream().anyMatch(name -> !all.containsKey(name + suffix));
                    if (missing && running.contains(door.service())) {
                        door.seed(
                                        http,
                                        "http://127.0.0.1:" + ports.of(door.service()),
                                        of(suffix, door, all))
                                .forEach((name, value) -> all.put(name + suffix, value));
                    }
                });
        if (!all.equals(known)) {
            PrivateFile.write(home.credentials(), all);
        }
        return all;
    }

    private static void forEachClient(BiConsumer<Client, Door> action) {
        Door.ALL.forEach(door -> CLIENTS.forEach(client -> action.accept(client, door)));
    }

    private static String accessYaml(Map<String, String> secrets) {
        var yaml =
                new StringBuilder("# Demo clients; their secrets are in credentials.properties.\n");
        yaml.append("clients:\n");
        for (var client : CLIENTS) {
            yaml.append("  - id: ").append(client.id()).append('\n');
            for (var door : Door.ALL) {
                door.access(of(client.suffix(), door, secrets))
                        .forEach(line -> yaml.append("    ").append(line).append('\n'));
            }
        }
        return yaml.toString();
    }

    /** The secrets of one client by their names without suffix. */
    private static Map<String, String> of(String suffix, Door door, Map<String, String> secrets) {
        var own = new LinkedHashMap<String, String>();
        for (var name : door.secrets()) {
            own.put(name, secrets.getOrDefault(name + suffix, ""));
        }
        return own;
    }
}
