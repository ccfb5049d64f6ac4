package vestibule.intake.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** The OpenAPI document of a service, as it is served. */
public record ApiDocument(String text) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    /**
     * By HTTP/1.1, as everybody asks that port: an upgrade of cleartext to HTTP/2 was once answered
     * by nothing.
     *
     * @param management where the service's management port answers
     */
    public static ApiDocument servedAt(URI management) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(management.resolve("/openapi")).build();
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return new ApiDocument(client.send(request, BodyHandlers.ofString()).body());
        }
    }

    /** The copy under docs; refreshed first where {@code -Dopenapi.refresh} asks for it. */
    public String keptFor(String service) throws IOException {
        var kept = java.nio.file.Path.of("..", "docs", "openapi", service + ".yaml");
        if (System.getProperty("openapi.refresh") != null) {
            Files.writeString(kept, text);
        }
        return Files.exists(kept) ? Files.readString(kept) : "";
    }

    /** How the copy is refreshed. */
    public static String refreshing(String service, Class<?> test) {
        return ("refresh it: ./mvnw test -pl %s -am -Dtest=%s -Dopenapi.refresh"
                        + " -Dsurefire.failIfNoSpecifiedTests=false")
                .formatted(service, test.getSimpleName());
    }

    /** Methods and paths that it describes. */
    public Set<String> described() throws IOException {
        var described = new TreeSet<String>();
        root().path("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .fieldNames()
                                        .forEachRemaining(
                                                method -> {
                                                    if (METHODS.contains(method)) {
                                                        described.add(method + " " + path.getKey());
                                                    }
                                                }));
        return described;
    }

    /** Methods and paths that these resources have. HEAD goes without saying beside GET. */
    public static Set<String> routes(Class<?>... resources) {
        var routes = new TreeSet<String>();
        for (var resource : resources) {
            routes.addAll(routes(resource.getAnnotation(Path.class).value(), resource));
        }
        return routes;
    }

    /** The same of the methods of one class under a path that it does not say itself. */
    public static Set<String> routes(String root, Class<?> resource) {
        var routes = new TreeSet<String>();
        for (var method : resource.getDeclaredMethods()) {
            var path = Optional.ofNullable(method.getAnnotation(Path.class)).map(Path::value);
            Arrays.stream(method.getAnnotations())
                    .map(one -> one.annotationType().getAnnotation(HttpMethod.class))
                    .filter(http -> http != null)
                    .map(http -> http.value().toLowerCase(Locale.ROOT))
                    .filter(METHODS::contains)
                    .forEach(http -> routes.add(http + " " + root + path.orElse("")));
        }
        return routes;
    }

    /** References to what is not in the document. */
    public List<String> dangling() throws IOException {
        var root = root();
        return root.findValuesAsText("$ref").stream()
                .filter(reference -> root.at(reference.substring(1)).isMissingNode())
                .toList();
    }

    /** The words of a list in it. */
    public List<String> words(String pointer) throws IOException {
        return StreamSupport.stream(root().at(pointer).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    public JsonNode root() throws IOException {
        return new YAMLMapper().readTree(text);
    }
}
