package vestibule.validation.samples;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** PDF documents of one empty page. */
final class Pdf {

    private static final String PAGES = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
    private static final String PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>";

    private Pdf() {}

    /** With {@code entries} more in the catalog and {@code trailer} more in the trailer. */
    static byte[] with(String entries, String trailer, byte[]... more) {
        List<byte[]> objects = new ArrayList<>();
        objects.add(latin("<< /Type /Catalog /Pages 2 0 R " + entries + " >>"));
        objects.add(latin(PAGES));
        objects.add(latin(PAGE));
        objects.addAll(List.of(more));
        return file(objects, "/Root 1 0 R " + trailer);
    }

    /** The catalog and pages are compressed; {@code entries} stand in the catalog. */
    static byte[] compressed(String entries) {
        String catalog = "<< /Type /Catalog /Pages 2 0 R " + entries + " >>";
        String pages = "<< /Type /Pages /Kids [] /Count 0 >>";
        String offsets = "1 0 2 " + (catalog.length() + 1) + " ";
        byte[] body = Pictures.deflated(latin(offsets + catalog + " " + pages));
        String dictionary =
                "<< /Type /ObjStm /N 2 /First %d /Filter /FlateDecode /Length %d >>"
                        .formatted(offsets.length(), body.length);
        return file(List.of(latin("null"), latin("null"), stream(dictionary, body)), "/Root 1 0 R");
    }

    static byte[] stream(String dictionary, byte[] body) {
        return Bytes.of(dictionary + "\nstream\n").raw(body).text("\nendstream").toArray();
    }

    private static byte[] file(List<byte[]> objects, String trailer) {
        Bytes pdf = Bytes.of("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n");
        var table = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append("%010d 00000 n \n".formatted(pdf.size()));
            pdf.text((i + 1) + " 0 obj\n").raw(objects.get(i)).text("\nendobj\n");
        }
        int size = objects.size() + 1;
        int tableAt = pdf.size();
        return pdf.text("xref\n0 " + size + "\n" + table)
                .text("trailer\n<< /Size " + size + " " + trailer + " >>\n")
                .text("startxref\n" + tableAt + "\n%%EOF\n")
                .toArray();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
