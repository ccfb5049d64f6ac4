package vestibule.local.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Counts what is written and waits once, after so many bytes. */
final class HaltingStream extends OutputStream {

    private final OutputStream out;
    private final long haltAt;
    private final Halt halt;
    private long count;

    HaltingStream(OutputStream out, long haltAt, Halt halt) {
        this.out = out;
        this.haltAt = haltAt;
        this.halt = halt;
    }

    long count() {
        return count;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (count < haltAt && count + length >= haltAt) {
            var before = (int) (haltAt - count);
            send(bytes, offset, before);
            await();
            send(bytes, offset + before, length - before);
        } else {
            send(bytes, offset, length);
        }
    }

    private void send(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        count += length;
    }

    private void await() {
        try {
            halt.await();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
