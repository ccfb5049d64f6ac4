package vestibule.intake.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ObjectBytesTest {

    private final AtomicInteger aborted = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private final ObjectBytes bytes = of(new ByteArrayInputStream(new byte[100]));

    @Test
    void read_to_their_end_leave_their_connection_to_the_next() throws IOException {
        assertThat(bytes.readAllBytes()).hasSize(100);

        bytes.close();

        assertThat(aborted).hasValue(0);
        assertThat(closed).hasValue(1);
    }

    @Test
    void closed_early_are_not_read_to_their_end() throws IOException {
        assertThat(bytes.readNBytes(10)).hasSize(10);

        bytes.close();

        assertThat(aborted).hasValue(1);
        assertThat(closed).hasValue(1);
    }

    @Test
    void broken_off_by_the_store_are_an_outage_of_it() throws IOException {
        var broken =
                of(
                        new InputStream() {
                            @Override
                            public int read() throws IOException {
                                throw new IOException("Connection reset");
                            }
                        });

        assertThatThrownBy(() -> broken.read(new byte[10])).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(broken::read).isInstanceOf(StoreUnavailable.class);
        broken.close();

        assertThat(aborted).hasValue(1);
        assertThat(closed).hasValue(1);
    }

    @Test
    void closed_twice_give_their_place_back_once() throws IOException {
        bytes.close();
        bytes.close();

        assertThat(closed).hasValue(1);
    }

    private ObjectBytes of(InputStream content) {
        return new ObjectBytes(
                new ResponseInputStream<>(
                        GetObjectResponse.builder().build(),
                        AbortableInputStream.create(content, aborted::incrementAndGet)),
                closed::incrementAndGet);
    }
}
