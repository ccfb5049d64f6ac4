package vestibule.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import vestibule.intake.client.ApiDocument;

/** The OpenAPI document, as it is served and as it is kept under docs. */
@QuarkusTest
@QuarkusTestResource(DocumentServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DescribingTheApiTest {

    @TestHTTPResource(management = true)
    URI address;

    private ApiDocument document = new ApiDocument("");

    @BeforeEach
    void ask() throws Exception {
        document = ApiDocument.servedAt(address);
    }

    @Test
    void is_kept_as_it_is_served() throws Exception {
        assertThat(document.keptFor("document-service"))
                .as(ApiDocument.refreshing("document-service", getClass()))
                .isEqualTo(document.text());
    }

    @Test
    void has_exactly_the_paths_and_methods_of_the_resources() throws Exception {
        assertThat(document.described()).isEqualTo(routes());
    }

    @Test
    void refers_to_nothing_that_is_not_there() throws Exception {
        assertThat(document.dangling()).isEmpty();
    }

    /** Both prefixes have the same operations; the document has the shorter one as a server. */
    private static Set<String> routes() {
        var prefix = ShortResource.class.getAnnotation(Path.class).value();
        return ApiDocument.routes(prefix, DocumentResource.class);
    }
}
