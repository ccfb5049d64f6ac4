package vestibule.validation.samples;

/** The containers of moving pictures, without the pictures. */
final class Videos {

    private static final String ASF_HEADER = "3026B2758E66CF11A6D900AA0062CE6C";
    private static final String ASF_STREAM = "9107DCB7B7A9CF118EE600C00C205365";
    private static final String ASF_DATA = "3626B2758E66CF11A6D900AA0062CE6C";
    static final String ASF_VIDEO = "C0EF19BC4D5BCF11A8FD00805F5C442B";
    static final String ASF_SOUND = "409E69F84D5BCF11A8FD00805F5C442B";

    private Videos() {}

    static byte[] iso(byte[] ftyp, String handler, long mdatBytes) {
        return new Bytes()
                .raw(ftyp)
                .raw(movie(handler))
                .raw(Heif.box("mdat", new byte[Math.toIntExact(mdatBytes)]))
                .toArray();
    }

    static byte[] movie(String handler) {
        byte[] hdlr =
                Heif.fullBox("hdlr", 0, 0, new Bytes().u32(0).text(handler).zeros(13).toArray());
        byte[] track = Heif.box("trak", Heif.box("mdia", hdlr));
        byte[] header = Heif.fullBox("mvhd", 0, 0, new byte[96]);
        return Heif.box("moov", new Bytes().raw(header).raw(track).toArray());
    }

    static byte[] fragmented(byte[] ftyp) {
        byte[] fragment = Heif.box("moof", Heif.fullBox("mfhd", 0, 0, new byte[4]));
        return new Bytes().raw(ftyp).raw(fragment).raw(Heif.box("mdat", new byte[100])).toArray();
    }

    static byte[] ebml(String docType, int trackType) {
        byte[] type = element("4282", Bytes.of(docType).toArray());
        byte[] track = element("AE", element("83", new Bytes().u8(trackType).toArray()));
        byte[] segment =
                new Bytes()
                        .raw(element("1549A966", new byte[8]))
                        .raw(element("1654AE6B", track))
                        .raw(element("1F43B675", new byte[200]))
                        .toArray();
        return new Bytes()
                .raw(element("1A45DFA3", type))
                .raw(element("18538067", segment))
                .toArray();
    }

    static byte[] live() {
        byte[] track = element("AE", element("83", new Bytes().u8(1).toArray()));
        return new Bytes()
                .raw(element("1A45DFA3", element("4282", Bytes.of("webm").toArray())))
                .hex("18538067 01FFFFFFFFFFFFFF")
                .raw(element("1654AE6B", track))
                .hex("1F43B675 01FFFFFFFFFFFFFF")
                .zeros(200)
                .toArray();
    }

    /** A size of eight bytes. */
    static byte[] element(String id, byte[] body) {
        return Bytes.ofHex(id).u64(1L << 56 | body.length).raw(body).toArray();
    }

    static byte[] avi() {
        byte[] headers = Bytes.of("hdrl").text("avih").le32(56).zeros(56).toArray();
        byte[] frames = Bytes.of("movi").toArray();
        return Pictures.riff(
                "AVI ",
                Bytes.of("LIST")
                        .le32(headers.length)
                        .raw(headers)
                        .text("LIST")
                        .le32(frames.length)
                        .raw(frames)
                        .toArray());
    }

    static byte[] asf(String streamType) {
        byte[] stream = Bytes.ofHex(ASF_STREAM).le64(78).hex(streamType).zeros(38).toArray();
        return Bytes.ofHex(ASF_HEADER)
                .le64(30 + stream.length)
                .le32(1)
                .u8(1)
                .u8(2)
                .raw(stream)
                .hex(ASF_DATA)
                .le64(50)
                .zeros(26)
                .toArray();
    }

    static byte[] flv(int tagType) {
        return Bytes.ofHex("464C5601 05 00000009 00000000")
                .u8(tagType)
                .u8(0)
                .u16(5)
                .zeros(7)
                .zeros(5)
                .u32(16)
                .toArray();
    }

    /** Two pages: the first begins a stream of the codec. */
    static byte[] ogg(String codec) {
        return new Bytes()
                .raw(oggPage(2, Bytes.ofHex(codec).zeros(35).toArray()))
                .raw(oggPage(0, new byte[100]))
                .toArray();
    }

    private static byte[] oggPage(int flags, byte[] packet) {
        return Bytes.of("OggS")
                .u8(0)
                .u8(flags)
                .zeros(20)
                .u8(1)
                .u8(packet.length)
                .raw(packet)
                .toArray();
    }

    /** A pack, a system header and one packet of the stream. */
    static byte[] programStream(int stream) {
        return Bytes.ofHex("000001BA 44000400040100 0003 F8")
                .hex("000001BB 0006 800001 04E1 FF")
                .hex("000001")
                .u8(stream)
                .u16(20)
                .zeros(20)
                .hex("000001B9")
                .toArray();
    }

    static byte[] transportStream(int prefixBytes) {
        Bytes packets = new Bytes();
        for (int i = 0; i < 4; i++) {
            packets.zeros(prefixBytes).u8(0x47).zeros(187);
        }
        return packets.toArray();
    }
}
