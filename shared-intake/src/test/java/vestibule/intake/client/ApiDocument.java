package vestibule.intake.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The OpenAPI document of a service as it is served, and what it must agree with. */
public record ApiDocument(String text) {

    /** HEAD goes without saying wherever there is GET. */
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    private static final java.nio.file.Path KEPT = java.nio.file.Path.of("..", "docs", "openapi");

    public static ApiDocument servedAt(URI management) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(management.resolve("/openapi")).build();
            return new ApiDocument(client.send(request, BodyHandlers.ofString()).body());
        }
    }

    /** The copy under docs, written anew with {@code -Dopenapi.refresh}. */
    public String kept(String service) throws IOException {
        var file = KEPT.resolve(service + ".yaml");
        if (System.getProperty("openapi.refresh") != null) {
            Files.writeString(file, text);
        }
        return Files.readString(file);
    }

    public JsonNode root() throws IOException {
        return new YAMLMapper().readTree(text);
    }

    /** Each as {@code get /path}. */
    public Set<String> operations() throws IOException {
        return root().path("paths").properties().stream()
                .flatMap(
                        path ->
                                path.getValue().properties().stream()
                                        .map(operation -> operation.getKey())
                                        .filter(METHODS::contains)
                                        .map(method -> method + " " + path.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public List<String> danglingReferences() throws IOException {
        var root = root();
        return root.findValuesAsText("$ref").stream()
                .filter(reference -> root.at(reference.substring(1)).isMissingNode())
                .toList();
    }

    /** What these resources answer, in the form of {@link #operations}. */
    public static Set<String> routesOf(Class<?>... resources) {
        return Arrays.stream(resources)
                .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods()))
                .flatMap(ApiDocument::routes)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> routes(Method method) {
        var path = pathOf(method.getDeclaringClass().getAnnotation(Path.class));
        var more = pathOf(method.getAnnotation(Path.class));
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(http -> http.value().toLowerCase(Locale.ROOT))
                .filter(METHODS::contains)
                .map(http -> http + " " + path + more);
    }

    private static String pathOf(@Nullable Path path) {
        return path == null ? "" : path.value();
    }
}
