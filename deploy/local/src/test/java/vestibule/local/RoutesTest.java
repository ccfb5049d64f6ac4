package vestibule.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Gateway, Ingress, HTTPRoutes and OpenAPI documents know the same paths. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RoutesTest {

    private static final Path ROOT = Path.of(System.getProperty("vestibule.root", "../.."));
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");
    private static final YAMLMapper YAML = new YAMLMapper();

    @Test
    void the_Ingress_has_the_routes_of_the_gateway() throws IOException {
        assertThat(ingress()).isEqualTo(gateway());
    }

    @Test
    void so_have_the_HTTPRoutes() throws IOException {
        assertThat(httpRoutes()).isEqualTo(gateway());
    }

    @Test
    void so_has_the_gateway_of_compose() throws IOException {
        var location =
                Pattern.compile(
                        "location ~ \\^(\\S+)\\(/\\|\\$\\) \\{ set \\$to ([a-z-]+):(\\d+);");
        var routes = new EnumMap<Service, Set<String>>(Service.class);
        var text = Files.readString(ROOT.resolve("deploy/compose/gateway.conf"));
        location.matcher(text)
                .results()
                .forEach(
                        found -> {
                            var service = named(found.group(2));
                            assertThat(found.group(3)).isEqualTo("" + service.defaultPort());
                            add(routes, service, found.group(1));
                        });

        assertThat(routes).isEqualTo(gateway());
    }

    @Test
    void a_method_is_left_to_the_service_to_refuse_in_its_vendors_words() throws IOException {
        for (var route : documents("k8s/components/gateway-api/routes.yaml")) {
            assertThat(route.findValues("method")).as("methods of %s", route).isEmpty();
        }
    }

    @Test
    void a_service_that_is_there_is_described() throws IOException {
        for (var service : Service.values()) {
            if (Files.exists(ROOT.resolve(service.title()).resolve("pom.xml"))) {
                assertThat(ROOT.resolve(openApi(service))).exists();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_described_comes_to_the_service_that_describes_it(Service service)
            throws IOException {
        for (var path : described(service)) {
            assertThat(Service.answering(path)).as(path).contains(service);
        }
    }

    /** Described where its module is there; the others are still to come. */
    @ParameterizedTest
    @EnumSource
    void a_route_has_something_described_under_it(Service service) throws IOException {
        var described = described(service);
        if (!described.isEmpty()) {
            assertThat(service.routes())
                    .allSatisfy(
                            route ->
                                    assertThat(described)
                                            .as(route)
                                            .anyMatch(path -> covers(route, path)));
        }
    }

    private static boolean covers(String route, String path) {
        return path.equals(route) || path.startsWith(route + "/");
    }

    private static String openApi(Service service) {
        return "docs/openapi/" + service.title() + ".yaml";
    }

    /** What the servers of a document put before its paths; nothing where it names none. */
    private static List<String> prefixes(JsonNode document) {
        var urls = document.path("servers").findValuesAsText("url");
        return urls.isEmpty()
                ? List.of("")
                : urls.stream().map(url -> URI.create(url).getPath()).distinct().toList();
    }

    /** Paths that answer a method, with sample values for what is in braces. */
    private static Set<String> described(Service service) throws IOException {
        var described = new TreeSet<String>();
        if (Files.exists(ROOT.resolve(openApi(service)))) {
            var document = documents(openApi(service)).getFirst();
            for (var path : document.path("paths").properties()) {
                if (path.getValue().properties().stream()
                        .anyMatch(method -> METHODS.contains(method.getKey()))) {
                    prefixes(document)
                            .forEach(
                                    prefix ->
                                            described.add(
                                                    prefix
                                                            + path.getKey()
                                                                    .replaceAll("\\{[^}]+}", "1")));
                }
            }
        }
        return described;
    }

    private static Map<Service, Set<String>> gateway() {
        var routes = new EnumMap<Service, Set<String>>(Service.class);
        Stream.of(Service.values())
                .forEach(service -> routes.put(service, new TreeSet<>(service.routes())));
        return routes;
    }

    private static Map<Service, Set<String>> ingress() throws IOException {
        var routes = new EnumMap<Service, Set<String>>(Service.class);
        for (var rule : documents("k8s/base/ingress.yaml").getFirst().at("/spec/rules")) {
            for (var path : rule.at("/http/paths")) {
                assertThat(path.path("pathType").asText()).isEqualTo("Prefix");
                add(
                        routes,
                        named(path.at("/backend/service/name").asText()),
                        path.path("path").asText());
            }
        }
        return routes;
    }

    private static Map<Service, Set<String>> httpRoutes() throws IOException {
        var routes = new EnumMap<Service, Set<String>>(Service.class);
        for (var route : documents("k8s/components/gateway-api/routes.yaml")) {
            for (var rule : route.at("/spec/rules")) {
                for (var match : rule.path("matches")) {
                    assertThat(match.at("/path/type").asText()).isEqualTo("PathPrefix");
                    add(
                            routes,
                            named(rule.at("/backendRefs/0/name").asText()),
                            match.at("/path/value").asText());
                }
            }
        }
        return routes;
    }

    private static Service named(String title) {
        return Stream.of(Service.values())
                .filter(service -> service.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no service " + title));
    }

    private static void add(Map<Service, Set<String>> routes, Service service, String path) {
        routes.computeIfAbsent(service, none -> new TreeSet<>()).add(path);
    }

    private static List<JsonNode> documents(String file) throws IOException {
        try (var documents =
                YAML.readerFor(JsonNode.class).<JsonNode>readValues(ROOT.resolve(file).toFile())) {
            return new ArrayList<>(documents.readAll());
        }
    }
}
