package vestibule.local.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SplittableRandom;
import vestibule.validation.samples.Samples;

/**
 * An MP4 of any length, made while it is sent. Movies of different seeds differ, and so does every
 * block of one from its others.
 */
record Movie(long size, long seed) {

    static final long MIB = 1L << 20;

    private static final int BOX_HEADER = 8;
    private static final int BLOCK = 64 * 1024;

    static Movie ofMiB(int count, long seed) {
        return new Movie(count * MIB, seed);
    }

    void writeTo(OutputStream out) throws IOException {
        var head = Samples.mp4(0);
        var mdat = head.length - BOX_HEADER;
        ByteBuffer.wrap(head).putInt(mdat, Math.toIntExact(size - mdat));
        out.write(head);
        var block = new byte[BLOCK];
        new SplittableRandom(seed).nextBytes(block);
        var left = size - head.length;
        for (long number = 0; left > 0; number++) {
            ByteBuffer.wrap(block).putLong(number);
            var count = (int) Math.min(left, BLOCK);
            out.write(block, 0, count);
            left -= count;
        }
    }

    String sha256() {
        try (var hashing = new DigestOutputStream(OutputStream.nullOutputStream(), newSha256())) {
            writeTo(hashing);
            return HexFormat.of().formatHex(hashing.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
