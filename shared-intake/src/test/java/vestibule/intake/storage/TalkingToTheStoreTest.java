package vestibule.intake.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vestibule.intake.body.Leases.part;
import static vestibule.intake.storage.ObjectStoreContract.bytes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import vestibule.intake.Stack;
import vestibule.intake.storage.StoreConfig.PayloadSigning;

/** What goes over the wire between us and the store. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TalkingToTheStoreTest {

    private static final String KEY = "talking/object";

    private WireTap wire;

    @BeforeEach
    void tap() throws IOException {
        wire = new WireTap(Stack.running().s3().endpoint());
    }

    @AfterEach
    void untap() throws IOException {
        wire.close();
    }

    @Test
    void an_object_is_sent_once_and_plainly_under_a_signed_checksum() {
        put(store(PayloadSigning.AUTO), 3 << 20);

        assertThat(wire.sent())
                .contains("x-amz-content-sha256: UNSIGNED-PAYLOAD\r\n")
                .contains("x-amz-checksum-sha256: ")
                .contains("Content-Length: " + (3 << 20) + "\r\n")
                .containsPattern("SignedHeaders=[^,]*;x-amz-checksum-sha256;");
        assertNothingRoundabout();
    }

    @Test
    void a_part_is_sent_once_and_plainly_under_a_signed_checksum() {
        var store = store(PayloadSigning.AUTO);
        var multipart = store.begin(KEY);

        store.send(multipart, 1, part(bytes(6 << 20)));

        assertThat(wire.sent())
                .contains("x-amz-checksum-crc32: ")
                .contains("Content-Length: " + (6 << 20) + "\r\n")
                .containsPattern("SignedHeaders=[^,]*;x-amz-checksum-crc32;");
        assertNothingRoundabout();
        store.abort(multipart);
    }

    @Test
    void a_payload_is_signed_where_that_is_wanted() {
        put(store(PayloadSigning.ALWAYS), 1000);

        assertThat(wire.sent()).doesNotContain("UNSIGNED-PAYLOAD").doesNotContain("Expect:");
    }

    @Test
    void one_connection_serves_call_after_call() throws IOException {
        var store = store(PayloadSigning.AUTO);
        for (var i = 0; i < 5; i++) {
            put(store, 100_000);
            try (var content = store.open(KEY).orElseThrow()) {
                content.readAllBytes();
            }
            assertThat(store.open("talking/absent")).isEmpty();
        }

        assertThat(wire.connections()).isEqualTo(1);
    }

    @Test
    void a_store_that_hangs_is_given_up() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var store =
                    TestStore.at(
                            URI.create("http://127.0.0.1:" + silent.getLocalPort()),
                            PayloadSigning.AUTO);
            var begun = Instant.now();

            assertThatThrownBy(() -> put(store, 1000)).isInstanceOf(StoreUnavailable.class);

            // Long before the socket itself would give up; the exact bound is the noise of
            // machines.
            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void a_download_may_take_longer_than_any_call() throws IOException {
        var store = store(PayloadSigning.AUTO);
        put(store, 16 << 20);
        var until = Instant.now().plusMillis(4500);

        try (var content = store.open(KEY).orElseThrow()) {
            var read = content.readNBytes(1000).length;
            while (Instant.now().isBefore(until)) {
                read += content.readNBytes(1000).length;
                LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
            }
            read += content.readAllBytes().length;

            assertThat(read).isEqualTo(16 << 20);
        }
    }

    @Test
    void a_default_port_is_not_part_of_the_signed_host() {
        var signed =
                new HeaderSigning()
                        .sign(
                                r ->
                                        r.identity(AwsCredentialsIdentity.create("id", "secret"))
                                                .request(
                                                        SdkHttpRequest.builder()
                                                                .method(SdkHttpMethod.GET)
                                                                .uri("http://store.test:80/b/k")
                                                                .build())
                                                .putProperty(
                                                        AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                                                .putProperty(
                                                        AwsV4HttpSigner.REGION_NAME, "us-east-1"));

        assertThat(signed.request().firstMatchingHeader("Host")).contains("store.test");
        assertThat(signed.request().getUri()).hasToString("http://store.test/b/k");
    }

    private void assertNothingRoundabout() {
        assertThat(wire.sent())
                .doesNotContain("aws-chunked")
                .doesNotContain("STREAMING")
                .doesNotContainIgnoringCase("x-amz-trailer")
                .doesNotContainIgnoringCase("Transfer-Encoding")
                .doesNotContain("Expect:");
    }

    private ObjectStore store(PayloadSigning signing) {
        return TestStore.at(wire.endpoint(), signing);
    }

    private static void put(ObjectStore store, int length) {
        var content = bytes(length);
        store.put(KEY, part(content), InMemoryObjectStore.sha256(content));
    }
}
