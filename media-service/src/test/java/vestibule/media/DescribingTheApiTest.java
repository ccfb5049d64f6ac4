package vestibule.media;

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
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The OpenAPI document, as it is served and as it is kept under docs. */
@QuarkusTest
@QuarkusTestResource(MediaServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DescribingTheApiTest {

    private static final java.nio.file.Path KEPT =
            java.nio.file.Path.of("..", "docs", "openapi", "media-service.yaml");
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
                        "refresh it: ./mvnw test -pl media-service -am -Dtest=%s -Dopenapi.refresh"
                                + " -Dsurefire.failIfNoSpecifiedTests=false",
                        getClass().getSimpleName())
                .isEqualTo(served());
    }

    @Test
    void has_exactly_the_paths_and_methods_of_the_resources() throws Exception {
        assertThat(described()).isEqualTo(routes());
    }

    @Test
    void has_exactly_the_contexts_of_the_service() throws Exception {
        assertThat(words(document().at("/components/schemas/Context/enum")))
                .isEqualTo(Arrays.stream(MediaContext.values()).map(MediaContext::word).toList());
    }

    @Test
    void has_the_code_of_every_refusal_of_the_vendor() throws Exception {
        assertThat(document().at("/info/description").asText())
                .contains(
                        Arrays.stream(MediaRefusal.values())
                                .map(own -> own.problem().code())
                                .toList());
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
        for (var path : document().path("paths").properties()) {
            path.getValue().properties().stream()
                    .map(java.util.Map.Entry::getKey)
                    .filter(METHODS::contains)
                    .forEach(method -> described.add(method + " " + path.getKey()));
        }
        return described;
    }

    private static Set<String> routes() {
        var routes = new TreeSet<String>();
        Stream.of(MediaResource.class, DownloadResource.class, SessionResource.class)
                .forEach(resource -> collect(resource, routes));
        return routes;
    }

    private static void collect(Class<?> resource, Set<String> routes) {
        var root = resource.getAnnotation(Path.class).value();
        for (var method : resource.getDeclaredMethods()) {
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
    }

    private static List<String> words(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
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
