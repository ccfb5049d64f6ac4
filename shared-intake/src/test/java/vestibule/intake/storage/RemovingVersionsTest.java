package vestibule.intake.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In front of a store that answers as one with versions does: the embedded one has none. */
@QuarkusTest
@TestProfile(OnlyTheStore.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RemovingVersionsTest {

    private static final String VERSIONS =
            """
            <ListVersionsResult>
              <Version><Key>file/acme/1</Key><VersionId>v1</VersionId></Version>
              <Version><Key>file/acme/12</Key><VersionId>of-another</VersionId></Version>
              <DeleteMarker><Key>file/acme/1</Key><VersionId>m1</VersionId></DeleteMarker>
            </ListVersionsResult>""";

    @Inject ObjectStore store;

    @RegisterExtension final PlayedStore played = new PlayedStore(this::answer);

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private String header = "";

    @Test
    void one_call_is_enough_where_no_versions_are_kept() {
        store.remove("file/acme/1");

        assertThat(asked).containsExactly("DELETE null");
    }

    @Test
    void every_version_of_the_object_and_no_other_goes_where_versions_are_kept() {
        header = "x-amz-version-id";

        store.remove("file/acme/1");

        assertThat(asked)
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("DELETE null"),
                        second -> assertThat(second).startsWith("GET ").contains("versions"),
                        third -> assertThat(third).isEqualTo("DELETE versionId=v1"),
                        fourth -> assertThat(fourth).isEqualTo("DELETE versionId=m1"));
    }

    @Test
    void versions_kept_before_go_too_once_no_more_are_kept() {
        header = "x-amz-delete-marker";

        store.remove("file/acme/1");

        assertThat(asked).contains("DELETE versionId=v1", "DELETE versionId=m1");
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getQuery());
        if (exchange.getRequestMethod().equals("GET")) {
            var body = VERSIONS.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } else {
            if (!header.isEmpty()) {
                exchange.getResponseHeaders().add(header, "true");
            }
            exchange.sendResponseHeaders(204, -1);
        }
        exchange.close();
    }
}
