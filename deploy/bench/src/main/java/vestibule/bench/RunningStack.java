package vestibule.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** Where the stack under measurement listens, as {@code ./vestibule env} exports it. */
record RunningStack(Map<String, String> variables) {

    /** The file-service itself, without the gateway in front. */
    URI fileService() {
        return URI.create(variables.getOrDefault("BENCH_FILE_URL", "http://127.0.0.1:8081"));
    }

    /** True when the service counts requests: it would refuse most of a measurement. */
    boolean limitsTheRate() throws IOException, InterruptedException {
        var list =
                HttpRequest.newBuilder(fileService().resolve("/v1/files?limit=1"))
                        .header("Authorization", "Bearer " + of("FILE_TOKEN"))
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(list, BodyHandlers.discarding())
                    .headers()
                    .firstValue("x-ratelimit-limit")
                    .isPresent();
        }
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
