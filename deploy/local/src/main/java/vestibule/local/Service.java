package vestibule.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The five services and the paths each answers: the one table the gateway routes by. */
enum Service {
    FILE(8081, "/v1/files"),
    DDQ(8082, "/v1/enterprise"),
    IMAGE(8083, "/Image", "/v3"),
    MEDIA(8084, "/v1/sessions", "/v1/media"),
    DOCUMENT(8085, "/api/v2/my", "/v2/my");

    private static final int MANAGEMENT_OFFSET = 1000;

    private final int port;
    private final List<String> routes;

    Service(int port, String... routes) {
        this.port = port;
        this.routes = List.of(routes);
    }

    /** Its name in settings, events and files: {@code file}. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String title() {
        return id() + "-service";
    }

    int defaultPort() {
        return port;
    }

    int defaultManagementPort() {
        return port + MANAGEMENT_OFFSET;
    }

    /** Each stands for itself and everything below it. */
    List<String> routes() {
        return routes;
    }

    static Optional<Service> answering(String path) {
        return Arrays.stream(values())
                .filter(service -> service.routes.stream().anyMatch(route -> covers(route, path)))
                .findFirst();
    }

    private static boolean covers(String route, String path) {
        return path.equals(route) || path.startsWith(route + "/");
    }

    /** What the build made of it under the root of the repository. */
    Path jar(Path root) {
        return root.resolve(title()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    static List<Service> built(Path root) {
        return Arrays.stream(values()).filter(s -> Files.exists(s.jar(root))).toList();
    }
}
