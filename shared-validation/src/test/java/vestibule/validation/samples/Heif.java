package vestibule.validation.samples;

/** HEIF pictures: a {@code ftyp}, a {@code meta} with one primary picture, its data. */
final class Heif {

    private static final int DATA_BYTES = 64;
    private static final int TILES = 4;

    private Heif() {}

    static byte[] box(String type, byte[] body) {
        return new Bytes().u32(8 + body.length).text(type).raw(body).toArray();
    }

    static byte[] fullBox(String type, int version, int flags, byte[] body) {
        return box(type, new Bytes().u8(version).u8(0).u16(flags).raw(body).toArray());
    }

    static byte[] ftyp(String major, String... compatible) {
        Bytes body = Bytes.of(major).u32(0);
        for (String brand : compatible) {
            body.text(brand);
        }
        return box("ftyp", body.toArray());
    }

    /** One coded picture, item 1. */
    static byte[] single(byte[] ftyp, int width, int height) {
        byte[] properties = properties(ispe(width, height), 1, 1);
        return assemble(ftyp, properties, new byte[0], 1);
    }

    /**
     * As phones write it: item 1 is a grid of four tiles of 512 x 512, items 2 to 5, and the size
     * of the tiles comes first.
     */
    static byte[] grid(byte[] ftyp, int width, int height) {
        byte[] extents = new Bytes().raw(ispe(512, 512)).raw(ispe(width, height)).toArray();
        Bytes tiles = new Bytes().u16(1).u16(TILES);
        for (int tile = 2; tile <= TILES + 1; tile++) {
            tiles.u16(tile);
        }
        byte[] iref = fullBox("iref", 0, 0, box("dimg", tiles.toArray()));
        return assemble(ftyp, properties(extents, 1, 2), iref, TILES + 1);
    }

    private static byte[] ispe(int width, int height) {
        return fullBox("ispe", 0, 0, new Bytes().u32(width).u32(height).toArray());
    }

    private static byte[] properties(byte[] extents, int item, int property) {
        byte[] ipma = new Bytes().u32(1).u16(item).u8(1).u8(0x80 | property).toArray();
        return box(
                "iprp",
                new Bytes().raw(box("ipco", extents)).raw(fullBox("ipma", 0, 0, ipma)).toArray());
    }

    private static byte[] assemble(byte[] ftyp, byte[] iprp, byte[] iref, int items) {
        // The length does not depend on the offsets, so a first try tells where the data will lie.
        int metaBytes = meta(iprp, iref, items, 0).length;
        int dataAt = ftyp.length + metaBytes + 8;
        return new Bytes()
                .raw(ftyp)
                .raw(meta(iprp, iref, items, dataAt))
                .raw(box("mdat", new byte[DATA_BYTES * items]))
                .toArray();
    }

    private static byte[] meta(byte[] iprp, byte[] iref, int items, int dataAt) {
        byte[] hdlr = new Bytes().u32(0).text("pict").zeros(13).toArray();
        Bytes body =
                new Bytes()
                        .raw(fullBox("hdlr", 0, 0, hdlr))
                        .raw(fullBox("pitm", 0, 0, new Bytes().u16(1).toArray()))
                        .raw(fullBox("iloc", 0, 0, locations(items, dataAt)))
                        .raw(fullBox("iinf", 0, 0, infos(items)))
                        .raw(iref)
                        .raw(iprp);
        return fullBox("meta", 0, 0, body.toArray());
    }

    private static byte[] locations(int items, int dataAt) {
        Bytes body = new Bytes().u8(0x44).u8(0).u16(items);
        for (int item = 1; item <= items; item++) {
            int offset = dataAt + (item - 1) * DATA_BYTES;
            body.u16(item).u16(0).u16(1).u32(offset).u32(DATA_BYTES);
        }
        return body.toArray();
    }

    private static byte[] infos(int items) {
        Bytes body = new Bytes().u16(items);
        for (int item = 1; item <= items; item++) {
            String type = items > 1 && item == 1 ? "grid" : "hvc1";
            byte[] info = new Bytes().u16(item).u16(0).text(type).u8(0).toArray();
            body.raw(fullBox("infe", 2, 0, info));
        }
        return body.toArray();
    }
}
