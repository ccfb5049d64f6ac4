package vestibule.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Documents that pass the checks and do not compress. */
final class Content {

    private Content() {}

    /** A JPEG of one pixel, followed by noise as its picture data. */
    static byte[] jpeg(int size) {
        var head =
                new byte[] {
                    (byte) 0xff,
                    (byte) 0xd8,
                    (byte) 0xff,
                    (byte) 0xc0,
                    0,
                    11,
                    8,
                    0,
                    1,
                    0,
                    1,
                    1,
                    1,
                    0x11,
                    0,
                    (byte) 0xff,
                    (byte) 0xda,
                    0,
                    8,
                    1,
                    1,
                    0,
                    0,
                    0x3f,
                    0
                };
        return withNoise(head, size);
    }

    /** A film without tracks whose data is noise. */
    static byte[] mp4(int size) {
        var head = ByteBuffer.allocate(16 + 8 + 8);
        head.putInt(16).put(ascii("ftypisom")).putInt(0).putInt(8).put(ascii("moov"));
        head.putInt(size - 24).put(ascii("mdat"));
        return withNoise(head.array(), size);
    }

    private static byte[] withNoise(byte[] head, int size) {
        var content = new byte[size];
        new Random(size).nextBytes(content);
        System.arraycopy(head, 0, content, 0, head.length);
        return content;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
