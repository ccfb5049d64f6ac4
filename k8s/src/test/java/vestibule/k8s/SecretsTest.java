package vestibule.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.k8s.Manifests.container;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where each Secret comes from. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SecretsTest {

    /** What docs/operations.md tells to bring along. */
    private static final List<String> BROUGHT = List.of("-credentials", "-access", "-database");

    @ParameterizedTest
    @MethodSource("vestibule.k8s.Builds#overlays")
    void in_an_overlay_every_Secret_is_made_by_something(Manifests overlay) {
        assertThat(made(overlay)).containsAll(wanted(overlay));
    }

    @ParameterizedTest
    @MethodSource("vestibule.k8s.Builds#all")
    void otherwise_only_the_documented_ones_are_left_to_bring(Manifests build) {
        var missing = wanted(build);
        missing.removeAll(made(build));

        assertThat(missing)
                .allSatisfy(
                        name ->
                                assertThat(
                                                Manifests.SERVICES.stream()
                                                        .flatMap(
                                                                s ->
                                                                        BROUGHT.stream()
                                                                                .map(s::concat)))
                                        .contains(name));
    }

    @ParameterizedTest
    @MethodSource("vestibule.k8s.Builds#all")
    void nothing_secret_is_in_a_manifest_but_for_development(Manifests build) {
        if (!build.name().equals("overlay dev")) {
            assertThat(build.has("Secret")).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("vestibule.k8s.Builds#all")
    void a_key_that_is_taken_out_of_a_Secret_is_in_it(Manifests build) {
        references(build)
                .filter(reference -> build.has("Secret", reference.name()))
                .forEach(
                        reference ->
                                assertThat(keys(build.get(Secret.class, reference.name())))
                                        .contains(reference.key()));
    }

    @Test
    void every_service_has_a_Secret_of_its_own_for_each_purpose() {
        var names =
                Builds.with()
                        .services()
                        .map(service -> Set.copyOf(named(service).toList()))
                        .toList();

        assertThat(names.stream().mapToInt(Set::size).sum())
                .isEqualTo(names.stream().flatMap(Set::stream).distinct().count());
    }

    private record Reference(String name, String key) {}

    private static Stream<Reference> references(Manifests build) {
        return build.all(Deployment.class)
                .flatMap(deployment -> container(deployment).getEnv().stream())
                .map(variable -> variable.getValueFrom())
                .filter(Objects::nonNull)
                .map(from -> from.getSecretKeyRef())
                .map(secret -> new Reference(secret.getName(), secret.getKey()));
    }

    private static Set<String> keys(Secret secret) {
        return secret.getData().keySet();
    }

    private static Set<String> wanted(Manifests build) {
        var fromPods = build.all(Deployment.class).flatMap(SecretsTest::named);
        var fromVariables = references(build).map(Reference::name);
        var fromRoles =
                build.all(GenericKubernetesResource.class)
                        .filter(one -> one.getKind().equals("Cluster"))
                        .flatMap(cluster -> roles(cluster).stream())
                        .map(
                                role ->
                                        ((Map<?, ?>)
                                                        Objects.requireNonNull(
                                                                role.get("passwordSecret")))
                                                .get("name"))
                        .map(Object::toString);
        return Stream.of(fromPods, fromVariables, fromRoles)
                .flatMap(names -> names)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Map<String, ?>> roles(GenericKubernetesResource cluster) {
        return cluster.get("spec", "managed", "roles");
    }

    private static Stream<String> named(Deployment deployment) {
        var asVariables =
                container(deployment).getEnvFrom().stream()
                        .filter(from -> from.getSecretRef() != null)
                        .map(from -> from.getSecretRef().getName());
        var asFiles =
                deployment.getSpec().getTemplate().getSpec().getVolumes().stream()
                        .filter(volume -> volume.getSecret() != null)
                        .map(volume -> volume.getSecret().getSecretName());
        return Stream.concat(asVariables, asFiles);
    }

    /** As a document of the build, or by an operator because of one. */
    private static Set<String> made(Manifests build) {
        var written = build.all(Secret.class).map(one -> one.getMetadata().getName());
        var fromVault =
                build.all(GenericKubernetesResource.class)
                        .filter(one -> one.getKind().equals("ExternalSecret"))
                        .map(one -> one.getMetadata().getName());
        var ofUsers = build.all(KafkaUser.class).map(one -> one.getMetadata().getName());
        var ofBrokers =
                build.all(Kafka.class).map(one -> one.getMetadata().getName() + "-cluster-ca-cert");
        return Stream.of(written, fromVault, ofUsers, ofBrokers)
                .flatMap(names -> names)
                .collect(Collectors.toSet());
    }
}
