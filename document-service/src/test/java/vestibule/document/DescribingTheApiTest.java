package vestibule.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The OpenAPI document, as it is served and as it is kept under docs. */
@QuarkusTest
@QuarkusTestResource(DocumentServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DescribingTheApiTest {

    private static final java.nio.file.Path KEPT =
            java.nio.file.Path.of("..", "docs", "openapi", "document-service.yaml");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    @TestHTTPResource(management = true)
    URI address;

    @Test
    void is_kept_as_it_is_served() throws Exception {
        if (System.getProperty("openapi.refresh") != null) {
            Files.writeString(KEPT, served());
        }

        assertThat(Files.readString(KEPT))
                .as(
                        "refresh it: ./mvnw test -pl document-service -am -Dtest=%s -Dopenapi.refresh"
                                + " -Dsurefire.failIfNoSpecifiedTests=false",
                        getClass().getSimpleName())
                .isEqualTo(served());
    }

    @Test
    void has_exactly_the_paths_and_methods_of_the_resource() throws Exception {
        assertThat(described()).isEqualTo(routes());
    }

    @Test
    void refers_to_nothing_that_is_not_there() throws Exception {
        var root = document();

        assertThat(root.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(
                        reference ->
                                assertThat(root.at(reference.substring(1)).isMissingNode())
                                        .as(reference)
                                        .isFalse());
    }

    private Set<String> described() throws Exception {
        var described = new TreeSet<String>();
        document()
                .path("paths")
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

    private static Set<String> routes() {
        // The other prefix is another server of the document.
        var root = ShortResource.class.getAnnotation(Path.class).value();
        var routes = new TreeSet<String>();
        for (var method : DocumentResource.class.getDeclaredMethods()) {
            var path = method.getAnnotation(Path.class);
            Arrays.stream(method.getAnnotations())
                    .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                    .filter(http -> http != null)
                    .map(http -> http.value().toLowerCase(Locale.ROOT))
                    // HEAD goes without saying wherever there is GET.
                    .filter(METHODS::contains)
                    .forEach(
                            http ->
                                    routes.add(
                                            http
                                                    + " "
                                                    + root
                                                    + (path == null ? "" : path.value())));
        }
        return routes;
    }

    private JsonNode document() throws IOException, InterruptedException {
        return new YAMLMapper().readTree(served());
    }

    private String served() throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(address.resolve("/openapi")).build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }
}
