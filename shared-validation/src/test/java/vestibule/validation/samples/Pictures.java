package vestibule.validation.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** JPEG, PNG, BMP and WebP. */
final class Pictures {

    /** The sample of the media service's seed: 285 bytes, no end marker. */
    static final String SEED_JPEG =
            "/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0a"
                    + "HBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/2wBDAQkJCQwLDBgNDRgyIRwhMjIyMjIy"
                    + "MjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjL/wAARCAABAAEDASIA"
                    + "AhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAv/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEB"
                    + "AQAAAAAAAAAAAAAAAAAAAAX/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwA/AAAA";

    /** The sample of the media and file services' seeds: 70 bytes. */
    static final String SEED_PNG =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9"
                    + "awAAAABJRU5ErkJggg==";

    private static final int SEED_FRAME_SIZE_AT = 0xA3;

    private Pictures() {}

    static byte[] decoded(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    /** The seed's picture with another size in its frame header, and an end marker. */
    static byte[] jpeg(int width, int height) {
        byte[] seed = decoded(SEED_JPEG);
        seed[SEED_FRAME_SIZE_AT] = (byte) (height >> 8);
        seed[SEED_FRAME_SIZE_AT + 1] = (byte) height;
        seed[SEED_FRAME_SIZE_AT + 2] = (byte) (width >> 8);
        seed[SEED_FRAME_SIZE_AT + 3] = (byte) width;
        return new Bytes().raw(seed).hex("FFD9").toArray();
    }

    /** A black and white picture that any viewer opens. */
    static byte[] png(int width, int height) {
        byte[] rows = new byte[(1 + (width + 7) / 8) * height];
        return pngStart(width, height)
                .raw(chunk("IDAT", deflated(rows)))
                .raw(chunk("IEND", new byte[0]))
                .toArray();
    }

    static Bytes pngStart(int width, int height) {
        Bytes header = new Bytes().u32(width).u32(height).u8(1).u8(0).u8(0).u8(0).u8(0);
        return Bytes.ofHex("89504E470D0A1A0A").raw(chunk("IHDR", header.toArray()));
    }

    static byte[] chunk(String name, byte[] body) {
        byte[] named = Bytes.of(name).raw(body).toArray();
        var checksum = new CRC32();
        checksum.update(named);
        return new Bytes().u32(body.length).raw(named).u32(checksum.getValue()).toArray();
    }

    static byte[] deflated(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out)) {
            deflater.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Header and a single row of zeros: the pixels are never looked at. */
    static byte[] bmp(int width, int height) {
        return Bytes.of("BM")
                .le32(58)
                .le32(0)
                .le32(54)
                .le32(40)
                .le32(width)
                .le32(height)
                .le16(1)
                .le16(24)
                .zeros(24)
                .zeros(4)
                .toArray();
    }

    static byte[] webp(int width, int height) {
        return riff(
                "WEBP",
                Bytes.of("VP8X").le32(10).le32(0).le24(width - 1).le24(height - 1).toArray());
    }

    static byte[] lossyWebp(int width, int height) {
        return riff(
                "WEBP",
                Bytes.of("VP8 ").le32(10).hex("300000 9D012A").le16(width).le16(height).toArray());
    }

    static byte[] losslessWebp(int width, int height) {
        return riff(
                "WEBP",
                Bytes.of("VP8L")
                        .le32(6)
                        .u8(0x2F)
                        .le32((width - 1) | ((height - 1) << 14))
                        .u8(0)
                        .toArray());
    }

    static byte[] riff(String form, byte[] chunks) {
        return Bytes.of("RIFF").le32(4 + chunks.length).text(form).raw(chunks).toArray();
    }
}
