package vestibule.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Arrays;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import vestibule.intake.client.ApiDocument;

/** The OpenAPI document, as it is served and as it is kept under docs. */
@QuarkusTest
@QuarkusTestResource(FileServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DescribingTheApiTest {

    @TestHTTPResource(management = true)
    URI management;

    private ApiDocument api;

    @BeforeEach
    void read() throws Exception {
        api = ApiDocument.servedAt(management);
    }

    @Test
    void is_kept_as_it_is_served() throws Exception {
        assertThat(api.kept("file-service"))
                .as(
                        "refresh it: ./mvnw package -pl file-service -am -Dtest=%s -Dopenapi.refresh"
                                + " -Dsurefire.failIfNoSpecifiedTests=false",
                        getClass().getSimpleName())
                .isEqualTo(api.text());
    }

    @Test
    void has_exactly_the_paths_and_methods_of_the_resources() throws Exception {
        assertThat(api.operations()).isEqualTo(ApiDocument.routesOf(FileResource.class));
    }

    @Test
    void has_exactly_the_purposes_of_the_service() throws Exception {
        var described = api.root().at("/components/schemas/Purpose/enum");

        assertThat(StreamSupport.stream(described.spliterator(), false).map(JsonNode::asText))
                .containsExactlyElementsOf(
                        Arrays.stream(Purpose.values()).map(Purpose::word).toList());
    }

    @Test
    void refers_to_nothing_that_is_not_there() throws Exception {
        assertThat(api.danglingReferences()).isEmpty();
    }
}
