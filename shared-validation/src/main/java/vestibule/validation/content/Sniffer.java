package vestibule.validation.content;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import vestibule.validation.ContentType;
import vestibule.validation.Facts;

/** Chooses the reader for a document by its first bytes. */
final class Sniffer {

    static final int HEAD_BYTES = 4096;

    private static final int PDF_HEADER_WITHIN_BYTES = 1024;
    private static final byte[] PDF_HEADER = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final int TRANSPORT_PACKET_BYTES = 188;
    private static final int BLU_RAY_PACKET_BYTES = 192;
    private static final int SYNC_BYTES = 3;
    private static final int SYNC = 0x47;

    private static final List<Signature> SIGNATURES =
            List.of(
                    Signature.hex("FFD8FF", JpegReader::new),
                    Signature.hex("89504E470D0A1A0A", PngReader::new),
                    Signature.ascii("%PDF-", PdfReader::new),
                    new Signature(IsoBrands::isIsoFile, IsoBrands::reader),
                    Signature.riff("WEBP", WebpReader::new),
                    Signature.riff("AVI ", RiffVideoReader::new),
                    Signature.ascii("BM", BmpReader::new),
                    Signature.hex("1A45DFA3", EbmlReader::new),
                    Signature.hex("3026B2758E66CF11A6D900AA0062CE6C", AsfReader::new),
                    Signature.hex("464C5601", FlvReader::new),
                    Signature.ascii("OggS", OggReader::new),
                    Signature.hex("000001BA", MpegProgramReader::new),
                    new Signature(
                            Sniffer::isTransportStream,
                            _ ->
                                    new NamedOnly(
                                            Facts.inert(
                                                    ContentType.MPEG_TS, true, Optional.empty()))),
                    Signature.refused(ContentType.GIF, "474946383761"),
                    Signature.refused(ContentType.GIF, "474946383961"),
                    Signature.refused(ContentType.TIFF, "49492A00"),
                    Signature.refused(ContentType.TIFF, "4D4D002A"),
                    Signature.refused(ContentType.TIFF, "49492B00"),
                    Signature.refused(ContentType.TIFF, "4D4D002B"),
                    Signature.refused(ContentType.JPEG_XL, "FF0A"),
                    Signature.refused(ContentType.JPEG_XL, "0000000C4A584C200D0A870A"),
                    Signature.refused(ContentType.ZIP, "504B0304"),
                    Signature.refused(ContentType.ZIP, "504B0506"),
                    Signature.refused(ContentType.ZIP, "504B0708"),
                    Signature.refused(ContentType.ELF, "7F454C46"),
                    Signature.refused(ContentType.POSTSCRIPT, "2521"),
                    Signature.refused(ContentType.POSTSCRIPT, "C5D0D3C6"),
                    Signature.refused(ContentType.DOS_EXECUTABLE, "4D5A"),
                    Signature.refused(ContentType.SCRIPT, "2321"),
                    new Signature(Sniffer::isJson, _ -> new JsonReader()),
                    new Signature(Markup::isMarkup, head -> new NamedOnly(Markup.type(head))),
                    new Signature(Sniffer::hasLatePdfHeader, _ -> new PdfReader()));

    private Sniffer() {}

    static FormatReader choose(Head head) {
        return SIGNATURES.stream()
                .filter(signature -> signature.matches().test(head))
                .findFirst()
                .map(signature -> signature.reader().apply(head))
                .orElseGet(() -> new NamedOnly(ContentType.UNKNOWN));
    }

    /** Any object or array; also nothing but blanks so far, which the reader decides later. */
    private static boolean isJson(Head head) {
        int start = head.textStart();
        boolean blank = start == head.length() && head.full();
        return blank || head.u8(start) == '{' || head.u8(start) == '[';
    }

    /** Packets of 188 bytes; on discs and in cameras each has four more in front. */
    private static boolean isTransportStream(Head head) {
        return hasSync(head, 0, TRANSPORT_PACKET_BYTES) || hasSync(head, 4, BLU_RAY_PACKET_BYTES);
    }

    private static boolean hasSync(Head head, int first, int packetBytes) {
        for (int packet = 0; packet < SYNC_BYTES; packet++) {
            if (head.u8(first + packet * packetBytes) != SYNC) {
                return false;
            }
        }
        return true;
    }

    /** Mailers and web servers leave their own lines in front. */
    private static boolean hasLatePdfHeader(Head head) {
        return head.contains(PDF_HEADER, PDF_HEADER_WITHIN_BYTES);
    }
}
