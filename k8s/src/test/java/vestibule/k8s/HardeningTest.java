package vestibule.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.k8s.Manifests.container;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every pod may do, which is little, and how it comes and goes. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HardeningTest {

    @ParameterizedTest
    @MethodSource("vestibule.k8s.Builds#all")
    void pods_keep_to_the_restricted_standard_and_hold_no_token(Manifests build) {
        assertThat(build.get(Namespace.class, "vestibule").getMetadata().getLabels())
                .containsEntry("pod-security.kubernetes.io/enforce", "restricted");
        assertThat(build.all(Deployment.class))
                .allSatisfy(
                        deployment -> {
                            var pod = deployment.getSpec().getTemplate().getSpec();
                            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
                            assertThat(pod.getEnableServiceLinks()).isFalse();
                            assertThat(pod.getHostNetwork()).isNull();
                            assertThat(pod.getHostPID()).isNull();
                            var security = pod.getSecurityContext();
                            assertThat(security.getRunAsNonRoot()).isTrue();
                            assertThat(security.getRunAsUser()).isEqualTo(10_001);
                            assertThat(security.getSeccompProfile().getType())
                                    .isEqualTo("RuntimeDefault");
                            assertThat(containers(pod)).allSatisfy(HardeningTest::holdsNoRights);
                        });
        assertThat(build.all(ServiceAccount.class))
                .allSatisfy(
                        account -> assertThat(account.getAutomountServiceAccountToken()).isFalse());
    }

    private static Stream<Container> containers(PodSpec pod) {
        return Stream.concat(pod.getInitContainers().stream(), pod.getContainers().stream());
    }

    private static void holdsNoRights(Container container) {
        var security = container.getSecurityContext();
        assertThat(security.getAllowPrivilegeEscalation()).isFalse();
        assertThat(security.getReadOnlyRootFilesystem()).isTrue();
        assertThat(security.getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(security.getCapabilities().getAdd()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("vestibule.k8s.Builds#all")
    void memory_is_bounded_and_the_processor_is_not(Manifests build) {
        assertThat(build.all(Deployment.class).map(Manifests::container))
                .allSatisfy(
                        container -> {
                            var resources = container.getResources();
                            assertThat(resources.getLimits())
                                    .containsKey("memory")
                                    .doesNotContainKey("cpu");
                            assertThat(resources.getRequests())
                                    .containsKey("cpu")
                                    .containsEntry("memory", resources.getLimits().get("memory"));
                        });
    }

    @ParameterizedTest
    @MethodSource("vestibule.k8s.Builds#all")
    void images_have_a_version(Manifests build) {
        assertThat(
                        build.all(Deployment.class)
                                .map(deployment -> deployment.getSpec().getTemplate().getSpec())
                                .flatMap(HardeningTest::containers)
                                .map(Container::getImage))
                .allSatisfy(
                        image -> {
                            var tag = image.substring(image.lastIndexOf('/')).split(":", -1);
                            assertThat(tag).hasSize(2);
                            assertThat(tag[1]).isNotBlank().isNotEqualTo("latest");
                        });
    }

    @ParameterizedTest
    @MethodSource("vestibule.k8s.Builds#all")
    void only_tmp_can_be_written_and_it_is_bounded(Manifests build) {
        build.services()
                .forEach(
                        service -> {
                            assertThat(container(service).getVolumeMounts())
                                    .filteredOn(mount -> mount.getReadOnly() == null)
                                    .extracting(mount -> mount.getMountPath())
                                    .containsExactly("/tmp");
                            assertThat(service.getSpec().getTemplate().getSpec().getVolumes())
                                    .filteredOn(volume -> volume.getName().equals("tmp"))
                                    .singleElement()
                                    .satisfies(
                                            tmp ->
                                                    assertThat(tmp.getEmptyDir().getSizeLimit())
                                                            .isNotNull());
                        });
    }

    @ParameterizedTest
    @MethodSource("vestibule.k8s.Builds#all")
    void the_probes_ask_the_management_port(Manifests build) {
        build.services()
                .map(Manifests::container)
                .forEach(
                        container ->
                                assertThat(
                                                Stream.of(
                                                                container.getStartupProbe(),
                                                                container.getReadinessProbe(),
                                                                container.getLivenessProbe())
                                                        .map(probe -> probe.getHttpGet()))
                                        .allSatisfy(
                                                get ->
                                                        assertThat(get.getPort().getStrVal())
                                                                .isEqualTo("management"))
                                        .extracting(get -> get.getPath())
                                        .containsExactly(
                                                "/q/health/started",
                                                "/q/health/ready",
                                                "/q/health/live"));
    }

    @ParameterizedTest
    @MethodSource("vestibule.k8s.Builds#all")
    void a_rolling_update_never_takes_a_replica_away_first(Manifests build) {
        build.services()
                .map(service -> service.getSpec().getStrategy().getRollingUpdate())
                .forEach(
                        update -> {
                            assertThat(update.getMaxSurge().getIntVal()).isEqualTo(1);
                            assertThat(update.getMaxUnavailable().getIntVal()).isZero();
                        });
    }

    @Test
    void the_grace_period_is_longer_than_the_sleep_and_the_graceful_stop() throws IOException {
        var stop = shutdownTimeout();

        Builds.with()
                .services()
                .map(service -> service.getSpec().getTemplate().getSpec())
                .forEach(
                        pod -> {
                            var sleep =
                                    pod.getContainers()
                                            .getFirst()
                                            .getLifecycle()
                                            .getPreStop()
                                            .getSleep()
                                            .getSeconds();
                            assertThat(pod.getTerminationGracePeriodSeconds())
                                    .isGreaterThan(sleep + stop);
                        });
    }

    private static long shutdownTimeout() throws IOException {
        var settings = new Properties();
        var file = "shared-intake/src/main/resources/META-INF/microprofile-config.properties";
        try (var reader = Files.newBufferedReader(Places.ROOT.resolve(file))) {
            settings.load(reader);
        }
        return Long.parseLong(
                settings.getProperty("quarkus.shutdown.timeout").replaceFirst("S$", ""));
    }
}
