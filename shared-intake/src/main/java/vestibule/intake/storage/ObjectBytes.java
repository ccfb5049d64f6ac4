package vestibule.intake.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * An object's bytes on their way out. Closing them early ends their connection: to read the rest of
 * the object into nowhere would cost more than a new one.
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
    public int read() throws IOException {
        var next = super.read();
        ended |= next < 0;
        return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        var count = super.read(bytes, offset, length);
        ended |= count < 0;
        return count;
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
