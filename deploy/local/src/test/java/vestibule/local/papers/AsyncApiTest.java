package vestibule.local.papers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.event.PublishedEvent;

/** The AsyncAPI document is one, and says what the services do. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AsyncApiTest {

    private static final Path ROOT = Path.of(System.getProperty("vestibule.root", "../.."));
    private static final Path FILE = ROOT.resolve("docs/asyncapi/vestibule.yaml");

    private static JsonNode document;

    @BeforeAll
    static void read() throws IOException {
        document = new YAMLMapper().readTree(Files.readString(FILE));
    }

    private static Set<ValidationMessage> faults(JsonNode candidate) throws IOException {
        try (InputStream schema = AsyncApiTest.class.getResourceAsStream("/asyncapi/3.0.0.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                    .getSchema(schema)
                    .validate(candidate);
        }
    }

    @Test
    void is_as_the_schema_of_AsyncAPI_wants_it() throws IOException {
        assertThat(faults(document)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/operations/tellThatADocumentIsGone",
                "/components/messages/documentReceived"
            })
    void would_be_refused_with_a_member_that_AsyncAPI_does_not_know(String place)
            throws IOException {
        JsonNode other = document.deepCopy();
        ((ObjectNode) other.at(place)).put("publish", "2.x");

        assertThat(faults(other)).isNotEmpty();
    }

    @Test
    void refers_to_nothing_that_is_not_there() {
        var references = document.findValuesAsText("$ref");

        assertThat(references).hasSizeGreaterThan(8);
        assertThat(references)
                .allMatch(
                        one ->
                                one.startsWith("#")
                                        ? !document.at(one.substring(1)).isMissingNode()
                                        : Files.isRegularFile(FILE.resolveSibling(one)));
    }

    @ParameterizedTest
    @CsvSource({
        "documentReceived, document-received, document-received-v1.json",
        "documentDeleted, document-deleted, document-deleted-v1.json"
    })
    void names_the_topic_and_the_schema_of_each_event(String name, String topic, String schema) {
        assertThat(document.at("/channels/" + name + "/address").asText()).isEqualTo(topic);
        assertThat(document.at("/components/messages/" + name + "/payload/schema/$ref").asText())
                .endsWith("/" + schema);
    }

    @ParameterizedTest
    @ValueSource(strings = {"documentReceived", "documentDeleted"})
    void shows_events_as_they_are(String name) {
        var example = document.at("/components/messages/" + name + "/examples/0");
        var headers = new HashMap<String, String>();
        example.path("headers")
                .properties()
                .forEach(one -> headers.put(one.getKey(), one.getValue().asText()));
        var event =
                new PublishedEvent(
                        example.at("/headers/ce_partitionkey").asText(),
                        headers,
                        example.path("payload").toString());

        assertThat(event.faults()).isEmpty();
    }
}
