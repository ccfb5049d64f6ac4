package vestibule.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static vestibule.k8s.Manifests.container;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClass;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a document names is there, in every build. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReferencesTest {

    @ParameterizedTest
    @MethodSource("vestibule.k8s.Builds#all")
    void probes_ask_ports_that_the_container_has(Manifests build) {
        assertThat(build.all(Deployment.class))
                .allSatisfy(
                        deployment ->
                                assertThat(portNames(deployment))
                                        .containsAll(probedPorts(deployment)));
    }

    private static List<String> portNames(Deployment deployment) {
        return container(deployment).getPorts().stream().map(ContainerPort::getName).toList();
    }

    private static List<String> probedPorts(Deployment deployment) {
        var container = container(deployment);
        return Stream.of(
                        container.getStartupProbe(),
                        container.getReadinessProbe(),
                        container.getLivenessProbe())
                .filter(probe -> probe != null)
                .map(ReferencesTest::port)
                .toList();
    }

    private static String port(Probe probe) {
        var port =
                probe.getHttpGet() != null
                        ? probe.getHttpGet().getPort()
                        : probe.getTcpSocket().getPort();
        return port.getStrVal();
    }

    @ParameterizedTest
    @MethodSource("vestibule.k8s.Builds#all")
    void settings_are_there(Manifests build) {
        build.services()
                .flatMap(service -> container(service).getEnvFrom().stream())
                .filter(from -> from.getConfigMapRef() != null)
                .forEach(from -> build.get(ConfigMap.class, from.getConfigMapRef().getName()));
    }

    @ParameterizedTest
    @MethodSource("vestibule.k8s.Builds#all")
    void accounts_and_priorities_are_there(Manifests build) {
        build.services()
                .map(service -> service.getSpec().getTemplate().getSpec())
                .forEach(
                        pod -> {
                            build.get(ServiceAccount.class, pod.getServiceAccountName());
                            build.get(PriorityClass.class, pod.getPriorityClassName());
                        });
    }

    @ParameterizedTest
    @MethodSource("vestibule.k8s.Builds#all")
    void a_Service_selects_one_Deployment_and_ports_that_it_has(Manifests build) {
        assertThat(build.all(Service.class))
                .allSatisfy(
                        service -> {
                            var selected = build.deploymentsOf(service.getSpec().getSelector());
                            assertThat(selected).hasSize(1);
                            assertThat(portNames(selected.getFirst()))
                                    .containsAll(targets(service));
                        });
    }

    private static List<String> targets(Service service) {
        return service.getSpec().getPorts().stream()
                .map(port -> port.getTargetPort().getStrVal())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("vestibule.k8s.Builds#all")
    void an_Ingress_leads_to_ports_of_Services(Manifests build) {
        build.all(Ingress.class)
                .flatMap(ingress -> ingress.getSpec().getRules().stream())
                .flatMap(rule -> rule.getHttp().getPaths().stream())
                .map(path -> path.getBackend().getService())
                .forEach(
                        backend ->
                                assertThat(build.get(Service.class, backend.getName()))
                                        .extracting(service -> service.getSpec().getPorts())
                                        .asInstanceOf(
                                                org.assertj.core.api.InstanceOfAssertFactories.list(
                                                        ServicePort.class))
                                        .extracting(ServicePort::getName)
                                        .contains(backend.getPort().getName()));
    }

    @ParameterizedTest
    @MethodSource("vestibule.k8s.Builds#all")
    void routes_lead_from_a_Gateway_to_ports_of_Services(Manifests build) {
        build.all(HTTPRoute.class)
                .forEach(
                        route -> {
                            route.getSpec()
                                    .getParentRefs()
                                    .forEach(p -> build.get(Gateway.class, p.getName()));
                            route.getSpec().getRules().stream()
                                    .flatMap(rule -> rule.getBackendRefs().stream())
                                    .forEach(
                                            to ->
                                                    assertThat(ports(build, to.getName()))
                                                            .contains(to.getPort()));
                        });
    }

    private static List<Integer> ports(Manifests build, String service) {
        return build.get(Service.class, service).getSpec().getPorts().stream()
                .map(ServicePort::getPort)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("vestibule.k8s.Builds#all")
    void there_is_one_way_in(Manifests build) {
        assertThat(build.has("Ingress")).isNotEqualTo(build.has("HTTPRoute"));
    }

    @ParameterizedTest
    @MethodSource("vestibule.k8s.Builds#all")
    void an_autoscaler_has_a_Deployment_that_leaves_the_number_to_it(Manifests build) {
        assertThat(build.all(HorizontalPodAutoscaler.class))
                .allSatisfy(
                        scaler -> {
                            var target = scaler.getSpec().getScaleTargetRef();
                            var deployment = build.get(Deployment.class, target.getName());
                            assertThat(target.getApiVersion())
                                    .isEqualTo(deployment.getApiVersion());
                            assertThat(target.getKind()).isEqualTo(deployment.getKind());
                            assertThat(deployment.getSpec().getReplicas()).isNull();
                            assertThat(scaler.getSpec().getMinReplicas())
                                    .isBetween(1, scaler.getSpec().getMaxReplicas());
                        });
    }

    @ParameterizedTest
    @MethodSource("vestibule.k8s.Builds#all")
    void a_disruption_budget_selects_one_Deployment_and_never_blocks_a_drain(Manifests build) {
        assertThat(build.all(PodDisruptionBudget.class))
                .allSatisfy(
                        budget -> {
                            var selector = budget.getSpec().getSelector().getMatchLabels();
                            assertThat(build.deploymentsOf(selector)).hasSize(1);
                            assertThat(budget.getSpec().getMinAvailable()).isNull();
                            assertThat(budget.getSpec().getMaxUnavailable().getIntVal())
                                    .isEqualTo(1);
                        });
    }

    @ParameterizedTest
    @MethodSource("vestibule.k8s.Builds#all")
    void a_monitor_finds_all_five_Services_and_a_port_of_theirs(Manifests build) {
        assertThat(build.all(ServiceMonitor.class))
                .allSatisfy(
                        monitor -> {
                            var found =
                                    build.servicesOf(
                                            monitor.getSpec().getSelector().getMatchLabels());
                            var port = monitor.getSpec().getEndpoints().getFirst().getPort();
                            assertThat(found)
                                    .hasSize(5)
                                    .allSatisfy(
                                            service ->
                                                    assertThat(service.getSpec().getPorts())
                                                            .extracting(ServicePort::getName)
                                                            .contains(port));
                        });
    }

    @ParameterizedTest
    @MethodSource("vestibule.k8s.Builds#all")
    void policies_of_Envoy_and_databases_have_what_they_are_for(Manifests build) {
        build.all(GenericKubernetesResource.class)
                .forEach(
                        one -> {
                            List<?> targets = one.get("spec", "targetRefs");
                            if (targets != null) {
                                assertThat(
                                                build.has(
                                                        one.get("spec", "targetRefs", 0, "kind"),
                                                        one.get("spec", "targetRefs", 0, "name")))
                                        .isTrue();
                            }
                            String cluster = one.get("spec", "cluster", "name");
                            if (cluster != null) {
                                assertThat(build.has("Cluster", cluster)).isTrue();
                            }
                        });
    }
}
