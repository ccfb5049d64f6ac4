package vestibule.bench;

import java.net.URI;
import java.util.Map;

/** Where the stack under measurement listens, as {@code ./vestibule env} exports it. */
record RunningStack(Map<String, String> variables) {

    /** The file-service itself, without the gateway in front. */
    URI fileService() {
        return URI.create(variables.getOrDefault("BENCH_FILE_URL", "http://127.0.0.1:8081"));
    }

    String of(String name) {
        var value = variables.get(name);
        if (value == null) {
            throw new IllegalStateException(
                    name + " is not set: eval \"$(./vestibule env)\" beside a running stack");
        }
        return value;
    }
}
