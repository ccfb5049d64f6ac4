package vestibule.validation.content;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import vestibule.validation.ContentType;
import vestibule.validation.Facts;

/**
 * PDF (ISO 32000): a tail, and a root that holds pages or may do so out of sight. Names are looked
 * for in all bytes alike, because damaged and hostile files do not keep to their own tables.
 */
final class PdfReader implements FormatReader {

    private static final int TAIL_BYTES = 2048;
    private static final byte[] TABLE_START = "startxref".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END_OF_FILE = "%%EOF".getBytes(StandardCharsets.US_ASCII);

    private final PdfWindow window = new PdfWindow();
    private final PdfObjects objects = new PdfObjects();
    private final PdfObjectStreams streams = new PdfObjectStreams();
    private boolean encrypted;
    private boolean hasObjectStreams;
    private boolean active;

    @Override
    public void accept(byte[] bytes, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (at < end) {
            at += window.take(bytes, at, end - at);
            if (window.full()) {
                int seen = window.filled() - PdfWindow.LOOKAHEAD_BYTES;
                look(seen);
                window.moveOn(seen);
            }
        }
    }

    @Override
    public Facts finish() {
        look(window.filled());
        streams.close();
        boolean pages = encrypted || hasObjectStreams || objects.rootHoldsPages();
        return new Facts(
                ContentType.PDF,
                pages && hasTail(),
                Optional.empty(),
                Optional.of(encrypted),
                activeContent());
    }

    private Optional<Boolean> activeContent() {
        if (active || streams.active()) {
            return Optional.of(true);
        }
        return streams.incomplete() ? Optional.empty() : Optional.of(false);
    }

    private void look(int end) {
        streams.feed(window, end);
        byte[] bytes = window.bytes();
        int slash = ByteSearch.indexOf(bytes, (byte) '/', window.seen(), end);
        while (slash >= 0) {
            Optional<PdfName.Found> found = PdfName.at(bytes, slash, window.filled());
            if (found.isPresent()) {
                name(found.get(), slash, end);
            }
            slash = ByteSearch.indexOf(bytes, (byte) '/', slash + 1, end);
        }
    }

    private void name(PdfName.Found found, int at, int end) {
        byte[] bytes = window.bytes();
        switch (found.name()) {
            case ENCRYPT -> encrypted = true;
            case ROOT -> objects.root(bytes, found.end(), window.filled());
            case PAGES -> objects.pages(window, at);
            case OBJECT_STREAM -> {
                hasObjectStreams = true;
                streams.open(window, at, end);
            }
            case JAVASCRIPT, JS, LAUNCH, EMBEDDED_FILE, EMBEDDED_FILES, RICH_MEDIA ->
                    active |= new PdfActiveNames(bytes).isActive(found, window.filled());
        }
    }

    private boolean hasTail() {
        byte[] bytes = window.bytes();
        int end = window.filled();
        int from = Math.max(0, end - TAIL_BYTES);
        return ByteSearch.indexOf(bytes, TABLE_START, from, end) >= 0
                || ByteSearch.indexOf(bytes, END_OF_FILE, from, end) >= 0;
    }
}
