package vestibule.intake.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vestibule.intake.body.Leases.part;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Exception;
import vestibule.embedded.S3Server;
import vestibule.embedded.StackPorts;
import vestibule.intake.Stack;
import vestibule.intake.storage.StoreConfig.PayloadSigning;

class S3ObjectStoreTest extends ObjectStoreContract {

    @Override
    ObjectStore store() {
        return TestStore.real();
    }

    @Nested
    class WithSignedPayloads extends ObjectStoreContract {

        @Override
        ObjectStore store() {
            return TestStore.at(Stack.running().s3().endpoint(), PayloadSigning.ALWAYS);
        }
    }

    @Test
    void a_part_that_differs_from_its_crc_is_refused() {
        var endpoint = Stack.running().s3().endpoint();
        try (var s3 = TestStore.client(endpoint, PayloadSigning.AUTO)) {
            var multipart = store().begin("contract/wrong-crc");

            assertThatThrownBy(
                            () ->
                                    s3.uploadPart(
                                            r ->
                                                    r.bucket(S3Server.BUCKET)
                                                            .key(multipart.key())
                                                            .uploadId(multipart.uploadId())
                                                            .partNumber(1)
                                                            .checksumCRC32("AAAAAA=="),
                                            RequestBody.fromBytes(bytes(1000))))
                    .isInstanceOfSatisfying(
                            S3Exception.class,
                            answer -> assertThat(answer.statusCode()).isEqualTo(400));

            store().abort(multipart);
        }
    }

    @Test
    void one_download_too_many_is_refused_until_another_ends() throws IOException {
        var store = TestStore.real();
        try (var s3 = TestStore.client(Stack.running().s3().endpoint(), PayloadSigning.AUTO)) {
            s3.putObject(
                    r -> r.bucket(S3Server.BUCKET).key("contract/downloads"),
                    RequestBody.fromBytes(bytes(1000)));
        }
        var open = new ArrayList<InputStream>();
        for (var i = 0; i < StoreSettings.DEFAULT.downloads(); i++) {
            open.add(store.open("contract/downloads").orElseThrow());
        }

        assertThatThrownBy(() -> store.open("contract/downloads")).isInstanceOf(StoreBusy.class);

        open.removeLast().close();
        open.add(store.open("contract/downloads").orElseThrow());
        for (var download : open) {
            download.close();
        }
    }

    @Test
    void a_store_that_is_not_there_is_unavailable() {
        var nobody = URI.create("http://127.0.0.1:" + StackPorts.freePort());
        var store = TestStore.at(nobody, PayloadSigning.AUTO);

        assertThatThrownBy(store::check).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void a_client_that_is_closed_is_unavailable() {
        var client = TestStore.client(Stack.running().s3().endpoint(), PayloadSigning.AUTO);
        var store = new S3ObjectStore(client, StoreSettings.DEFAULT);
        client.close();

        assertThatThrownBy(() -> store.put("k", part(bytes(1)), bytes(32)))
                .isInstanceOf(StoreUnavailable.class);
    }
}
