package vestibule.intake.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * An object's bytes on their way out. That they cannot be read is {@link StoreUnavailable}, so that
 * nobody takes it for the fault of the client they go to. Closing them early ends their connection:
 * to read the rest of the object into nowhere would cost more than a new one.
 */
final class ObjectBytes extends FilterInputStream {

    private final ResponseInputStream<GetObjectResponse> object;
    private final Runnable closed;
    private boolean ended;
    private boolean open = true;

    ObjectBytes(ResponseInputStream<GetObjectResponse> object, Runnable closed) {
        super(object);
        this.object = object;
        this.closed = closed;
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        try {
            var count = super.read(bytes, offset, length);
            ended |= count < 0;
            return count;
        } catch (IOException | SdkException failure) {
            throw new StoreUnavailable("the store broke off an object", failure);
        }
    }

    @Override
    public void close() throws IOException {
        if (!open) {
            return;
        }
        open = false;
        closed.run();
        if (ended) {
            super.close();
        } else {
            object.abort();
        }
    }
}
