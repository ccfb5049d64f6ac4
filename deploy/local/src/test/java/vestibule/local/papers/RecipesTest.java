package vestibule.local.papers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Containerfile and compose.yaml, as far as they can be checked without an engine. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecipesTest {

    private static final Path ROOT = Path.of(System.getProperty("vestibule.root", "../.."));
    private static final Path IMAGE = ROOT.resolve("deploy/image/Containerfile");
    private static final Path COMPOSE = ROOT.resolve("deploy/compose/compose.yaml");

    @Test
    void what_the_image_copies_from_the_repository_is_there() throws IOException {
        assertThat(
                        instructions("COPY ")
                                .filter(line -> !line.contains("--from="))
                                .map(line -> line.split(" ", -1)[1]))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(ROOT.resolve(path)).exists());
    }

    @Test
    void the_image_has_the_layout_that_the_build_makes() {
        assertThat(ROOT.resolve("file-service/target/quarkus-app"))
                .isDirectoryContaining("glob:**/{lib,quarkus,app,quarkus-run.jar}");
    }

    @Test
    void the_image_runs_as_a_number_and_without_a_shell() throws IOException {
        assertThat(instructions("USER ")).containsExactly("USER 10001:10001");
        assertThat(instructions("ENTRYPOINT "))
                .singleElement()
                .asString()
                .startsWith("ENTRYPOINT [\"java\"");
        assertThat(instructions("CMD")).isEmpty();
    }

    private static Stream<String> instructions(String name) throws IOException {
        return Files.readAllLines(IMAGE).stream().filter(line -> line.startsWith(name));
    }

    @Test
    void compose_has_the_five_services_from_this_recipe() throws IOException {
        for (var name : List.of("file", "ddq", "image", "media", "document")) {
            var build = services().path(name + "-service").path("build");

            assertThat(COMPOSE.resolveSibling(build.path("context").asText()).toRealPath())
                    .isEqualTo(ROOT.toRealPath());
            assertThat(ROOT.resolve(build.path("dockerfile").asText())).isEqualTo(IMAGE);
            assertThat(build.at("/args/SERVICE").asText()).isEqualTo(name + "-service");
        }
    }

    @Test
    void compose_mounts_files_that_are_there() throws IOException {
        var mounted =
                services().findValues("volumes").stream()
                        .flatMap(volumes -> StreamSupport.stream(volumes.spliterator(), false))
                        .map(JsonNode::asText)
                        .map(volume -> volume.replaceAll("\\$\\{[A-Z_]+:-([^}]+)}", "$1"))
                        .filter(volume -> volume.startsWith("./"))
                        .map(volume -> volume.split(":", -1)[0]);

        assertThat(mounted)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(COMPOSE.resolveSibling(file)).exists());
    }

    @Test
    void compose_takes_images_by_version_and_listens_here_only() throws IOException {
        assertThat(services().findValuesAsText("image"))
                .allMatch(image -> image.contains(":") && !image.endsWith(":latest"));
        assertThat(services().findValues("ports").stream().flatMap(p -> p.valueStream()))
                .extracting(JsonNode::asText)
                .allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    /** Through a map: only there are YAML's anchors and merges what they stand for. */
    private static JsonNode services() throws IOException {
        var yaml = new org.yaml.snakeyaml.Yaml();
        Map<String, Object> compose = yaml.load(Files.readString(COMPOSE));
        return new YAMLMapper().valueToTree(compose.get("services"));
    }
}
