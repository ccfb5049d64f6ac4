package vestibule.k8s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Every overlay, and the base behind each door with each option, each two of them, and all at once.
 */
final class Builds {

    /** What leads in: one of these. */
    private static final List<List<String>> DOORS =
            List.of(
                    List.of(),
                    List.of("ingress-nginx"),
                    List.of("gateway-api"),
                    List.of("gateway-api", "envoy-gateway"));

    private static final List<String> OPTIONS =
            List.of("strimzi", "cloudnative-pg", "external-secrets", "monitoring", "tracing");

    private Builds() {}

    /** Built once for all tests. */
    private static final class Built {
        private static final List<Manifests> ALL =
                folders().parallelStream().map(Builds::build).toList();
    }

    static Stream<Manifests> all() {
        Kustomize.required();
        return Built.ALL.stream();
    }

    static Stream<Manifests> overlays() {
        return all().filter(build -> build.name().startsWith("overlay "));
    }

    static Manifests overlay(String name) {
        return named("overlay " + name);
    }

    /** The base with exactly these components. */
    static Manifests with(String... components) {
        return named(title(List.of(components)));
    }

    private static Manifests named(String name) {
        return all().filter(build -> build.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no build " + name));
    }

    static List<String> components() {
        return Stream.concat(DOORS.stream().flatMap(List::stream), OPTIONS.stream())
                .distinct()
                .toList();
    }

    private record Folder(String name, Path path) {}

    private static Manifests build(Folder folder) {
        var documents = Kustomize.required().build(folder.path());
        return new Manifests(folder.name(), documents.stream().map(StrictReader::read).toList());
    }

    private static List<Folder> folders() {
        var folders = new ArrayList<Folder>();
        for (var overlay : List.of("dev", "prod")) {
            folders.add(new Folder("overlay " + overlay, Places.K8S.resolve("overlays", overlay)));
        }
        for (var door : DOORS) {
            IntStream.range(0, 1 << OPTIONS.size())
                    .filter(Builds::isWorthIt)
                    .forEach(chosen -> folders.add(combination(door, chosen)));
        }
        return Collections.unmodifiableList(folders);
    }

    /** Options that do not get along already do so in pairs. */
    private static boolean isWorthIt(int chosen) {
        var count = Integer.bitCount(chosen);
        return count <= 2 || count == OPTIONS.size();
    }

    private static Folder combination(List<String> door, int chosen) {
        var components = new ArrayList<>(door);
        for (int i = 0; i < OPTIONS.size(); i++) {
            if ((chosen >> i & 1) == 1) {
                components.add(OPTIONS.get(i));
            }
        }
        var name = title(components);
        return new Folder(name, write(name.replace(' ', '_'), components));
    }

    private static String title(List<String> components) {
        return Stream.concat(Stream.of("base"), components.stream().sorted())
                .collect(Collectors.joining(" "));
    }

    private static Path write(String name, List<String> components) {
        var folder = Places.folder().resolve(name);
        var lines = new ArrayList<>(List.of("resources: [../../../base]"));
        if (!components.isEmpty()) {
            lines.add(
                    components.stream()
                            .map(component -> "../../../components/" + component)
                            .collect(Collectors.joining(", ", "components: [", "]")));
        }
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("kustomization.yaml"), lines);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
