package vestibule.embedded;

import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a data directory was created with: versions, and passwords drawn once. */
record Identity(Map<String, String> values) {

    private static final String FILE = "stack.properties";
    private static final SecureRandom RANDOM = new SecureRandom();

    static Identity of(DataDirectory data, Programs programs) {
        var file = data.resolve(FILE);
        var versions = programs.versions();
        if (!Files.exists(file)) {
            var fresh = new LinkedHashMap<>(versions);
            secrets().forEach(name -> fresh.put(name, randomHex()));
            PrivateFile.write(file, fresh);
            return new Identity(fresh);
        }
        var kept = PrivateFile.read(file);
        requireReadable(data, "PostgreSQL", kept, versions, "postgres", 1);
        requireReadable(data, "Kafka", kept, versions, "kafka", 2);
        return new Identity(kept);
    }

    private static void requireReadable(
            DataDirectory data,
            String what,
            Map<String, String> kept,
            Map<String, String> versions,
            String key,
            int digits) {
        var written = kept.getOrDefault(key, "unknown");
        var here = versions.getOrDefault(key, "unknown");
        if (!release(written, digits).equals(release(here, digits))) {
            throw new StackException(
                    "the data under %s was written by %s %s, this build runs %s: delete that folder (./vestibule reset) or go back"
                            .formatted(data.resolve(""), what, written, here));
        }
    }

    private static List<String> release(String version, int digits) {
        return List.of(version.split("\\.", -1)).stream().limit(digits).toList();
    }

    private static Stream<String> secrets() {
        var passwords = EmbeddedStack.SERVICES.stream().map(Identity::passwordKey);
        return Stream.concat(passwords, Stream.of("postgres.password", "s3.access", "s3.secret"));
    }

    private static String passwordKey(String service) {
        return "postgres.password." + service;
    }

    private static String randomHex() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private String value(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new StackException(FILE + " has no " + name + ": delete the data directory");
        }
        return value;
    }

    String password(String service) {
        return value(passwordKey(service));
    }

    String superuserPassword() {
        return value("postgres.password");
    }

    String s3AccessKey() {
        return value("s3.access");
    }

    String s3SecretKey() {
        return value("s3.secret");
    }
}
