package vestibule.validation.samples;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Puts a binary document together, number by number. */
public final class Bytes {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public static Bytes of(String text) {
        return new Bytes().text(text);
    }

    public static Bytes ofHex(String hex) {
        return new Bytes().hex(hex);
    }

    /** One character per byte. */
    public Bytes text(String text) {
        return raw(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public Bytes hex(String hex) {
        return raw(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    public Bytes raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    public Bytes zeros(long count) {
        return raw(new byte[Math.toIntExact(count)]);
    }

    public Bytes u8(long value) {
        return bigEndian(value, 1);
    }

    public Bytes u16(long value) {
        return bigEndian(value, 2);
    }

    public Bytes u32(long value) {
        return bigEndian(value, 4);
    }

    public Bytes u64(long value) {
        return bigEndian(value, 8);
    }

    public Bytes le16(long value) {
        return littleEndian(value, 2);
    }

    public Bytes le24(long value) {
        return littleEndian(value, 3);
    }

    public Bytes le32(long value) {
        return littleEndian(value, 4);
    }

    public Bytes le64(long value) {
        return littleEndian(value, 8);
    }

    public int size() {
        return out.size();
    }

    public byte[] toArray() {
        return out.toByteArray();
    }

    private Bytes bigEndian(long value, int size) {
        for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) {
            out.write((int) (value >>> shift));
        }
        return this;
    }

    private Bytes littleEndian(long value, int size) {
        for (int shift = 0; shift < 8 * size; shift += 8) {
            out.write((int) (value >>> shift));
        }
        return this;
    }
}
