package vestibule.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything builds, and what comes out is what Kubernetes knows. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BuildingTest {

    @ParameterizedTest
    @MethodSource("vestibule.k8s.Builds#all")
    void every_build_has_all_parts_of_all_five_services(Manifests build) {
        for (var service : Manifests.SERVICES) {
            for (var kind :
                    new String[] {
                        "Deployment",
                        "Service",
                        "ServiceAccount",
                        "HorizontalPodAutoscaler",
                        "PodDisruptionBudget",
                        "NetworkPolicy"
                    }) {
                assertThat(build.has(kind, service)).as("%s %s", kind, service).isTrue();
            }
        }
    }

    @Test
    void every_component_and_overlay_is_built() throws IOException {
        Kustomize.required();

        assertThat(Builds.components()).containsExactlyInAnyOrderElementsOf(names("components"));
        assertThat(Builds.overlays().map(Manifests::name).map(name -> name.split(" ", 2)[1]))
                .containsExactlyInAnyOrderElementsOf(names("overlays"));
    }

    private static java.util.List<String> names(String folder) throws IOException {
        try (var entries = Files.list(Places.K8S.resolve(folder))) {
            return entries.map(Path::getFileName).map(Path::toString).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{apiVersion: apps/v1, kind: Deployment, spec: {replica: 2}}",
                "{apiVersion: v1, kind: Service, spec: {ports: [{port: 80, target: http}]}}",
                "{apiVersion: kafka.strimzi.io/v1, kind: KafkaTopic, spec: {partition: 6}}",
                "{apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, spec: {rule: []}}",
                "{apiVersion: postgresql.cnpg.io/v1, kind: Cluster, metadata: {}, spec: {instances: 1,"
                        + " storage: {}, image: x}}",
                "{apiVersion: apps/v1beta1, kind: Deployment}"
            })
    void a_field_or_kind_that_Kubernetes_does_not_know_is_found(String yaml) throws IOException {
        var document = new YAMLMapper().readTree(yaml);

        assertThatThrownBy(() -> StrictReader.read(document)).isInstanceOf(AssertionError.class);
    }
}
