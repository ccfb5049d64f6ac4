package vestibule.k8s;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All that one build would create in a cluster. */
record Manifests(String name, List<HasMetadata> objects) {

    static final List<String> SERVICES =
            List.of(
                    "file-service",
                    "ddq-service",
                    "image-service",
                    "media-service",
                    "document-service");

    Manifests {
        objects = List.copyOf(objects);
    }

    <T extends HasMetadata> Stream<T> all(Class<T> type) {
        return objects.stream().filter(type::isInstance).map(type::cast);
    }

    <T extends HasMetadata> Optional<T> find(Class<T> type, String name) {
        return all(type).filter(one -> one.getMetadata().getName().equals(name)).findFirst();
    }

    <T extends HasMetadata> T get(Class<T> type, String name) {
        return find(type, name)
                .orElseThrow(
                        () ->
                                new AssertionError(
                                        "no %s %s in %s"
                                                .formatted(type.getSimpleName(), name, this)));
    }

    boolean has(String kind, String name) {
        return objects.stream()
                .anyMatch(
                        one ->
                                one.getKind().equals(kind)
                                        && one.getMetadata().getName().equals(name));
    }

    boolean has(String kind) {
        return objects.stream().anyMatch(one -> one.getKind().equals(kind));
    }

    /** The five Deployments that receive documents. */
    Stream<Deployment> services() {
        return SERVICES.stream().map(name -> get(Deployment.class, name));
    }

    List<Deployment> deploymentsOf(Map<String, String> selector) {
        return all(Deployment.class).filter(one -> selects(selector, podLabels(one))).toList();
    }

    List<Service> servicesOf(Map<String, String> selector) {
        return all(Service.class)
                .filter(one -> selects(selector, one.getMetadata().getLabels()))
                .toList();
    }

    static boolean selects(Map<String, String> selector, Map<String, String> labels) {
        return labels.entrySet().containsAll(selector.entrySet());
    }

    static Map<String, String> podLabels(Deployment deployment) {
        return deployment.getSpec().getTemplate().getMetadata().getLabels();
    }

    static Container container(Deployment deployment) {
        return deployment.getSpec().getTemplate().getSpec().getContainers().getFirst();
    }

    @Override
    public String toString() {
        return name;
    }
}
