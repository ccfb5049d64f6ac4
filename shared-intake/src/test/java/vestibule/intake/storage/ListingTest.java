package vestibule.intake.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A list longer than a page, which the embedded store would need a thousand objects for. */
@QuarkusTest
@TestProfile(OnlyTheStore.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ListingTest {

    private static final String FIRST =
            """
            <ListBucketResult>
              <IsTruncated>true</IsTruncated>
              <NextContinuationToken>second</NextContinuationToken>
              <Contents>
                <Key>file/acme/1</Key><LastModified>2026-11-20T10:00:00Z</LastModified>
              </Contents>
            </ListBucketResult>""";

    private static final String LAST =
            """
            <ListBucketResult>
              <Contents>
                <Key>file/acme/2</Key><LastModified>2026-11-20T11:00:00Z</LastModified>
              </Contents>
            </ListBucketResult>""";

    @Inject ObjectStore store;

    @RegisterExtension final PlayedStore played = new PlayedStore(this::answer);

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();

    @Test
    void a_page_that_fails_is_asked_for_again_and_not_the_ones_before_it() {
        var first = store.list("file/acme/", Optional.empty());
        var last = store.list("file/acme/", first.next());

        assertThat(first.objects())
                .extracting(ObjectStore.Stored::key)
                .containsExactly("file/acme/1");
        assertThat(last.objects())
                .extracting(ObjectStore.Stored::key)
                .containsExactly("file/acme/2");
        assertThat(last.next()).isEmpty();
        assertThat(asked)
                .allMatch(query -> query.contains("prefix=file/acme/"))
                .extracting(query -> query.contains("continuation-token=second"))
                .containsExactly(false, true, true);
    }

    /** The first page at once, the last one at the second time of asking. */
    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().getQuery());
        if (asked.size() == 2) {
            exchange.sendResponseHeaders(503, -1);
        } else {
            var body = (asked.size() == 1 ? FIRST : LAST).getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
