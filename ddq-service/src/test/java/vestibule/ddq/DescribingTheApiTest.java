package vestibule.ddq;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import vestibule.intake.client.ApiDocument;

/** The OpenAPI document, as it is served and as it is kept under docs. */
@QuarkusTest
@QuarkusTestResource(DdqServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DescribingTheApiTest {

    @TestHTTPResource(management = true)
    URI management;

    private ApiDocument api = new ApiDocument("");

    @BeforeEach
    void read() throws Exception {
        api = ApiDocument.servedAt(management);
    }

    @Test
    void is_kept_as_it_is_served() throws Exception {
        assertThat(api.keptFor("ddq-service"))
                .as(ApiDocument.refreshing("ddq-service", getClass()))
                .isEqualTo(api.text());
    }

    @Test
    void has_exactly_the_paths_and_methods_of_the_resources() throws Exception {
        assertThat(api.described())
                .isEqualTo(
                        ApiDocument.routes(
                                DdqResource.class, AccountResource.class, EddqResource.class));
    }

    @Test
    void refers_to_nothing_that_is_not_there() throws Exception {
        assertThat(api.dangling()).isEmpty();
    }
}
