package vestibule.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.k8s.Manifests.container;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The manifests speak the services' own words. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SettingsTest {

    private static final Pattern KEY = Pattern.compile("`(vestibule\\.[a-z0-9.-]+)`");
    private static final Pattern FILLED_IN = Pattern.compile("\\$\\{([A-Z_]+)}");

    @ParameterizedTest
    @MethodSource("vestibule.k8s.Builds#all")
    void every_variable_of_ours_is_a_documented_setting(Manifests build) {
        var known = documented();

        assertThat(variables(build).filter(name -> name.startsWith("VESTIBULE_")))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(known).contains(name));
    }

    private static Set<String> documented() {
        return KEY.matcher(Places.read(Places.ROOT.resolve("docs/settings.md")))
                .results()
                .map(found -> found.group(1).replaceAll("[^a-z0-9]", "_").toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static Stream<String> variables(Manifests build) {
        return build.all(ConfigMap.class)
                .filter(map -> map.getMetadata().getName().contains("-settings-"))
                .flatMap(map -> map.getData().keySet().stream());
    }

    @ParameterizedTest
    @MethodSource("vestibule.k8s.Builds#all")
    void what_a_value_asks_to_be_filled_in_is_there(Manifests build) {
        build.services()
                .map(service -> settings(build, service))
                .forEach(
                        settings ->
                                assertThat(settings.keySet())
                                        .containsAll(
                                                settings.values().stream()
                                                        .flatMap(SettingsTest::filledIn)
                                                        .toList()));
    }

    private static Stream<String> filledIn(String value) {
        return FILLED_IN.matcher(value).results().map((MatchResult found) -> found.group(1));
    }

    private static Map<String, String> settings(Manifests build, Deployment service) {
        var settings = new HashMap<String, String>();
        container(service).getEnvFrom().stream()
                .filter(from -> from.getConfigMapRef() != null)
                .map(from -> build.get(ConfigMap.class, from.getConfigMapRef().getName()))
                .forEach(map -> settings.putAll(map.getData()));
        return settings;
    }

    /** They are called by plain HTTP behind it, and would take that for how they were found. */
    @ParameterizedTest
    @MethodSource("vestibule.k8s.Builds#all")
    void urls_in_answers_begin_with_https_where_the_ingress_ends_tls(Manifests build) {
        var hosts =
                build.all(Ingress.class)
                        .flatMap(ingress -> ingress.getSpec().getTls().stream())
                        .flatMap(tls -> tls.getHosts().stream())
                        .toList();

        for (var host : hosts) {
            assertThat(build.services().map(service -> settings(build, service)))
                    .allSatisfy(
                            settings ->
                                    assertThat(settings)
                                            .containsEntry(
                                                    "VESTIBULE_DOCUMENT_PUBLIC_URL",
                                                    "https://" + host)
                                            .containsEntry(
                                                    "VESTIBULE_MEDIA_PUBLIC_URL",
                                                    "https://" + host));
        }
    }

    @Test
    void each_service_has_a_database_of_its_own() {
        var build = Builds.with();

        assertThat(build.services().map(s -> settings(build, s).get("QUARKUS_DATASOURCE_JDBC_URL")))
                .extracting(url -> url.replaceAll(".*/|\\?.*", ""))
                .containsExactly("file", "ddq", "image", "media", "document");
    }

    /** Modules that are not there yet have their ports from the design. */
    @Test
    void the_ports_are_those_on_which_the_services_listen() throws IOException {
        for (var service : Builds.with().services().toList()) {
            var file =
                    Places.ROOT
                            .resolve(service.getMetadata().getName())
                            .resolve("src/main/resources/application.properties");
            if (Files.exists(file)) {
                assertThat(ports(service)).isEqualTo(ports(file));
            }
        }
    }

    private static List<Integer> ports(Deployment service) {
        return container(service).getPorts().stream().map(ContainerPort::getContainerPort).toList();
    }

    private static List<Integer> ports(java.nio.file.Path file) throws IOException {
        var settings = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            settings.load(reader);
        }
        return Stream.of("quarkus.http.port", "quarkus.management.port")
                .map(settings::getProperty)
                .map(Integer::valueOf)
                .toList();
    }

    @Test
    void only_with_the_component_there_is_a_collector_of_spans() {
        var setting = "VESTIBULE_TRACES_ENDPOINT";
        var traced = Builds.with("tracing");
        var plain = Builds.with();

        assertThat(traced.services())
                .allSatisfy(service -> assertThat(settings(traced, service)).containsKey(setting));
        assertThat(plain.services())
                .allSatisfy(
                        service -> assertThat(settings(plain, service)).doesNotContainKey(setting));
    }

    @Test
    void with_Envoy_in_front_the_service_does_not_count() {
        var build = Builds.with("envoy-gateway", "gateway-api");
        var file = build.get(Deployment.class, "file-service");

        assertThat(settings(build, file))
                .containsEntry("VESTIBULE_FILE_RATE_LIMIT_MODE", "gateway");
    }
}
