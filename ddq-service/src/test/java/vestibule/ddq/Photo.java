package vestibule.ddq;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import vestibule.intake.client.Form;
import vestibule.validation.samples.Samples;

/** The seed's JPEG with so many bytes in all, made when they are sent: zeros behind its end. */
record Photo(long length) implements Form.Content {

    @Override
    public InputStream open() {
        var picture = Samples.seedJpeg();
        return new SequenceInputStream(
                new ByteArrayInputStream(picture), new Zeros(length - picture.length));
    }

    private static final class Zeros extends InputStream {

        private long left;

        Zeros(long count) {
            left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int offset, int count) {
            if (left <= 0) {
                return -1;
            }
            int read = (int) Math.min(count, left);
            java.util.Arrays.fill(into, offset, offset + read, (byte) 0);
            left -= read;
            return read;
        }
    }
}
