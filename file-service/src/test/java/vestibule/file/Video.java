package vestibule.file;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import vestibule.intake.client.Form;
import vestibule.validation.samples.Bytes;
import vestibule.validation.samples.Samples;

/** An MP4 of exactly so many bytes, most of them made while they are sent. */
record Video(long length) implements Form.Content {

    private static final int BOX_HEADER = 8;

    @Override
    public InputStream open() {
        var whole = Samples.mp4(0);
        var movie = Arrays.copyOf(whole, whole.length - BOX_HEADER);
        var data = length - movie.length;
        var head = new Bytes().raw(movie).u32(data).text("mdat").toArray();
        return new SequenceInputStream(
                new ByteArrayInputStream(head), new Noise(data - BOX_HEADER));
    }

    /** Cheap bytes that differ from block to block, so that a block lost or doubled is seen. */
    private static final class Noise extends InputStream {

        private long left;

        Noise(long length) {
            left = length;
        }

        @Override
        public int read() {
            return left > 0 ? (int) (left-- >>> 16) & 0x7f : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (left == 0) {
                return length == 0 ? 0 : -1;
            }
            int count = (int) Math.min(length, left);
            Arrays.fill(bytes, offset, offset + count, (byte) ((left >>> 16) & 0x7f));
            left -= count;
            return count;
        }
    }
}
