package vestibule.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/** The kustomize of this machine, as itself or inside kubectl. */
record Kustomize(List<String> command) {

    private static final YAMLMapper YAML = new YAMLMapper(new YAMLFactory());

    Kustomize {
        command = List.copyOf(command);
    }

    private static final String MISSING =
            "neither kubectl nor kustomize is on the PATH: k8s/ is not checked";

    /** Looked for once; said once. */
    private static final class Found {
        private static final Optional<Kustomize> TOOL = found();

        static {
            if (TOOL.isEmpty()) {
                System.err.println(MISSING);
            }
        }
    }

    /** Without one the tests are skipped, but in CI they fail. */
    static Kustomize required() {
        if (Found.TOOL.isEmpty() && "true".equals(System.getenv("CI"))) {
            throw new AssertionError(MISSING);
        }
        Assumptions.assumeTrue(Found.TOOL.isPresent(), MISSING);
        return Found.TOOL.orElseThrow();
    }

    private static Optional<Kustomize> found() {
        return program("kustomize")
                .map(path -> new Kustomize(List.of(path, "build")))
                .or(
                        () ->
                                program("kubectl")
                                        .map(path -> new Kustomize(List.of(path, "kustomize"))));
    }

    private static Optional<String> program(String name) {
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(System.getenv("PATH"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    /** The documents it makes of a folder; what it says on the way is a failure. */
    List<JsonNode> build(Path folder) {
        try {
            var whole = new ArrayList<>(command);
            whole.add(folder.toString());
            var errors = Files.createTempFile(Places.folder(), "kustomize", ".err");
            var process = new ProcessBuilder(whole).redirectError(errors.toFile()).start();
            var yaml = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var status = process.waitFor();
            var said = Files.readString(errors);
            Files.delete(errors);
            if (status != 0 || !said.isBlank()) {
                throw new AssertionError("%s: %s".formatted(folder, said));
            }
            return YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml).readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
