package vestibule.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import vestibule.intake.client.ApiDocument;

/** The OpenAPI document, as it is served and as it is kept under docs. */
@QuarkusTest
@QuarkusTestResource(MediaServiceStack.class)
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
        assertThat(document.keptFor("media-service"))
                .as(ApiDocument.refreshing("media-service", getClass()))
                .isEqualTo(document.text());
    }

    @Test
    void has_exactly_the_paths_and_methods_of_the_resources() throws Exception {
        assertThat(document.described())
                .isEqualTo(
                        ApiDocument.routes(
                                MediaResource.class,
                                DownloadResource.class,
                                SessionResource.class));
    }

    @Test
    void has_exactly_the_contexts_of_the_service() throws Exception {
        assertThat(document.words("/components/schemas/Context/enum"))
                .isEqualTo(Arrays.stream(MediaContext.values()).map(MediaContext::word).toList());
    }

    @Test
    void has_the_code_of_every_refusal_of_the_vendor() throws Exception {
        assertThat(document.root().at("/info/description").asText())
                .contains(
                        Arrays.stream(MediaRefusal.values())
                                .map(own -> own.problem().code())
                                .toList());
    }

    @Test
    void refers_to_nothing_that_is_not_there() throws Exception {
        assertThat(document.dangling()).isEmpty();
    }
}
