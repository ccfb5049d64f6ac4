package vestibule.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may talk to whom: gateway to service, service to its database, S3, Kafka; nothing else. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FlowsTest {

    private static final String GATEWAY = "in namespace vestibule/gateway=true TCP http";
    private static final String PROMETHEUS =
            "in namespace kubernetes.io/metadata.name=monitoring TCP management";
    private static final String NAMES =
            "out namespace kubernetes.io/metadata.name=kube-system pods k8s-app=kube-dns ";
    private static final String POSTGRES = "out pods cnpg.io/cluster=database TCP 5432";
    private static final String KAFKA =
            "out pods strimzi.io/cluster=vestibule,strimzi.io/kind=Kafka TCP 9093";

    private static final String COLLECTOR =
            "out namespace kubernetes.io/metadata.name=observability TCP 4318";

    @ParameterizedTest
    @MethodSource("vestibule.k8s.Builds#all")
    void nothing_flows_that_no_policy_allows(Manifests build) {
        var deny = build.get(NetworkPolicy.class, "default-deny").getSpec();

        assertThat(deny.getPodSelector().getMatchLabels()).isEmpty();
        assertThat(deny.getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
        assertThat(deny.getIngress()).isEmpty();
        assertThat(deny.getEgress()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("vestibule.k8s.Builds#all")
    void with_any_components_exactly_what_they_need_flows(Manifests build) {
        if (build.name().startsWith("overlay ")) {
            return;
        }
        var expected = flows(GATEWAY, NAMES + "TCP 53", NAMES + "UDP 53");
        if (build.has("ServiceMonitor")) {
            expected.add(PROMETHEUS);
        }
        if (build.has("Cluster")) {
            expected.add(POSTGRES);
        }
        if (build.has("Kafka")) {
            expected.add(KAFKA);
        }
        if (build.name().contains("tracing")) {
            expected.add(COLLECTOR);
        }

        assertThat(build.services()).allSatisfy(s -> assertThat(of(build, s)).isEqualTo(expected));
    }

    @Test
    void in_development_all_stays_in_the_namespace() {
        var build = Builds.overlay("dev");

        assertThat(build.services())
                .allSatisfy(
                        service ->
                                assertThat(of(build, service))
                                        .isEqualTo(
                                                flows(
                                                        GATEWAY,
                                                        NAMES + "TCP 53",
                                                        NAMES + "UDP 53",
                                                        POSTGRES,
                                                        KAFKA,
                                                        "out pods app.kubernetes.io/name=store"
                                                                + " TCP s3")));
    }

    @Test
    void in_production_three_ranges_are_reached() {
        var build = Builds.overlay("prod");

        assertThat(build.services())
                .allSatisfy(
                        service ->
                                assertThat(of(build, service))
                                        .isEqualTo(
                                                flows(
                                                        GATEWAY,
                                                        PROMETHEUS,
                                                        NAMES + "TCP 53",
                                                        NAMES + "UDP 53",
                                                        "out 192.0.2.0/28 TCP 5432",
                                                        "out 192.0.2.16/28 TCP 9093",
                                                        "out 198.51.100.0/24 TCP 443")));
    }

    @Test
    void the_stores_are_open_to_the_services_and_to_their_own() {
        var intake =
                "in pods app.kubernetes.io/component=intake,app.kubernetes.io/part-of=vestibule ";
        var own = "in pods cnpg.io/cluster=database ";
        var build = Builds.overlay("dev");

        assertThat(allowed(build.get(NetworkPolicy.class, "store")))
                .containsExactly(intake + "TCP s3");
        assertThat(allowed(build.get(NetworkPolicy.class, "database")))
                .containsExactlyInAnyOrder(
                        intake + "TCP 5432",
                        own + "TCP 5432",
                        own + "TCP 8000",
                        "in namespace kubernetes.io/metadata.name=cnpg-system TCP 8000",
                        "out anywhere anything");
    }

    private static Set<String> flows(String... flows) {
        return new TreeSet<>(Arrays.asList(flows));
    }

    /** All that the policies that select its pods allow it. */
    private static Set<String> of(Manifests build, Deployment service) {
        var labels = Manifests.podLabels(service);
        var flows = new TreeSet<String>();
        build.all(NetworkPolicy.class)
                .filter(
                        policy ->
                                Manifests.selects(
                                        policy.getSpec().getPodSelector().getMatchLabels(), labels))
                .forEach(policy -> flows.addAll(allowed(policy)));
        return flows;
    }

    private static List<String> allowed(NetworkPolicy policy) {
        var flows = new ArrayList<String>();
        policy.getSpec()
                .getIngress()
                .forEach(rule -> add(flows, "in ", rule.getFrom(), rule.getPorts()));
        policy.getSpec()
                .getEgress()
                .forEach(rule -> add(flows, "out ", rule.getTo(), rule.getPorts()));
        return flows;
    }

    private static void add(
            List<String> flows,
            String direction,
            List<NetworkPolicyPeer> peers,
            List<NetworkPolicyPort> ports) {
        var whom =
                peers.isEmpty()
                        ? List.of("anywhere")
                        : peers.stream().map(FlowsTest::peer).toList();
        var what =
                ports.isEmpty()
                        ? List.of("anything")
                        : ports.stream().map(FlowsTest::port).toList();
        whom.forEach(who -> what.forEach(port -> flows.add(direction + who + " " + port)));
    }

    private static String port(NetworkPolicyPort port) {
        return port.getProtocol() + " " + port.getPort().getValue();
    }

    private static String peer(NetworkPolicyPeer peer) {
        if (peer.getIpBlock() != null) {
            return peer.getIpBlock().getCidr();
        }
        return Stream.of(
                        labels("namespace ", peer.getNamespaceSelector()),
                        labels("pods ", peer.getPodSelector()))
                .filter(part -> !part.isEmpty())
                .reduce((a, b) -> a + " " + b)
                .orElseThrow();
    }

    private static String labels(
            String what, @org.jspecify.annotations.Nullable LabelSelector selector) {
        if (selector == null) {
            return "";
        }
        var labels = new ArrayList<String>();
        new TreeMap<>(selector.getMatchLabels()).forEach((k, v) -> labels.add(k + "=" + v));
        return what + String.join(",", labels);
    }
}
