package vestibule.intake.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A {@code multipart/form-data} body, byte by byte as a client would send it. Without a word about
 * it, a form has the purpose {@code passport} and the seed's PNG under the name {@code scan}.
 */
public final class Form {

    public static final String BOUNDARY = "----vestibule7f3a";

    private final List<Part> parts = new ArrayList<>();
    private String preamble = "";
    private String epilogue = "\r\n";

    private record Part(byte[] head, Content content) {}

    /** Bytes that are made when they are sent. */
    public interface Content {

        long length();

        InputStream open();

        static Content of(byte[] bytes) {
            return new Content() {
                @Override
                public long length() {
                    return bytes.length;
                }

                @Override
                public InputStream open() {
                    return new ByteArrayInputStream(bytes);
                }
            };
        }
    }

    public static Form empty() {
        return new Form();
    }

    public static Form of(String purpose, String name, byte[] content) {
        return new Form().text("purpose", purpose).file(name, content);
    }

    public static Form of(String purpose, AFile file) {
        return new Form().text("purpose", purpose).file(file);
    }

    public Form text(String name, String value) {
        return part("Content-Disposition: form-data; name=\"" + name + "\"", value.getBytes(UTF_8));
    }

    public Form file(AFile file) {
        return part(file.head(), Content.of(file.content()));
    }

    public Form file(String name, byte[] content) {
        return file(AFile.named(name).holding(content));
    }

    /** A part with this header, without the empty line after it. */
    public Form part(String head, byte[] content) {
        return part(head, Content.of(content));
    }

    public Form part(String head, Content content) {
        parts.add(new Part(head.getBytes(StandardCharsets.UTF_8), content));
        return this;
    }

    public Form after(String text) {
        preamble = text;
        return this;
    }

    public Form before(String text) {
        epilogue = text;
        return this;
    }

    public String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    public long length() {
        return pieces().stream().mapToLong(Content::length).sum();
    }

    public InputStream open() {
        var streams = pieces().stream().map(Content::open).toList();
        return new SequenceInputStream(Collections.enumeration(streams));
    }

    public byte[] bytes() {
        try (var in = open()) {
            return in.readAllBytes();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<Content> pieces() {
        var pieces = new ArrayList<Content>();
        var before = preamble;
        for (var part : parts) {
            pieces.add(ascii(before + "--" + BOUNDARY + "\r\n"));
            pieces.add(Content.of(part.head()));
            pieces.add(ascii("\r\n\r\n"));
            pieces.add(part.content());
            before = "\r\n";
        }
        pieces.add(ascii(before + "--" + BOUNDARY + "--" + epilogue));
        return pieces;
    }

    private static Content ascii(String text) {
        return Content.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
