package vestibule.validation.content;

import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Looks for active content inside compressed objects, with a bounded effort. */
final class PdfObjectStreams {

    /** Bytes read and bytes inflated together: neither many empty streams nor a bomb cost more. */
    private static final long MAX_EFFORT_BYTES = 16L << 20;

    /** What may be read without anything coming of it: blocks without content cost most of all. */
    private static final long IDLE_BYTES = 64 << 10;

    private static final int MAX_STREAMS = 10_000;
    private static final int OUTPUT_BYTES = 16 * 1024;
    private static final int DICTIONARY_BYTES = 1024;
    private static final byte[] OBJECT = "obj".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final String FLATE = "/FlateDecode";
    private static final String ANY_FILTER = "Decode";

    private final Inflater inflater = new Inflater();
    private byte[] output = new byte[0];
    private int carried;
    private long read;
    private long made;
    private int streams;
    private long dataStart;
    private boolean running;
    private boolean incomplete;
    private boolean active;

    boolean active() {
        return active;
    }

    /** True when a stream could not be looked into, or not to its end. */
    boolean incomplete() {
        return incomplete || running;
    }

    void close() {
        inflater.end();
    }

    /** The name of an object stream stands at {@code at}. */
    void open(PdfWindow window, int at, int end) {
        boolean enough = streams == MAX_STREAMS || isSpent();
        incomplete |= running || enough;
        if (active || enough) {
            return;
        }
        streams++;
        running = false;
        byte[] bytes = window.bytes();
        int limit = Math.min(window.filled(), at + DICTIONARY_BYTES);
        int stream = ByteSearch.indexOf(bytes, STREAM, at, limit);
        if (stream < 0) {
            incomplete = true;
            return;
        }
        int oldest = Math.max(0, at - DICTIONARY_BYTES);
        int object = Math.max(oldest, ByteSearch.lastIndexOf(bytes, OBJECT, oldest, at));
        begin(new String(bytes, object, stream - object, StandardCharsets.ISO_8859_1));
        dataStart = window.position(skipLineEnd(bytes, stream + STREAM.length, limit));
        feed(window, end);
    }

    /** Inflates what has come since, up to {@code end}. */
    void feed(PdfWindow window, int end) {
        int from = window.index(dataStart);
        if (running && from < end) {
            dataStart = window.position(end);
            inflate(window.bytes(), from, end);
        }
    }

    private void begin(String dictionary) {
        int first = dictionary.indexOf(ANY_FILTER);
        boolean plain = first < 0 && dictionary.indexOf("/Filter") < 0;
        boolean flateOnly =
                dictionary.contains(FLATE) && first == dictionary.lastIndexOf(ANY_FILTER);
        incomplete |= !plain && !flateOnly;
        running = flateOnly;
        carried = 0;
        inflater.reset();
    }

    private void inflate(byte[] bytes, int from, int end) {
        if (output.length == 0) {
            output = new byte[OUTPUT_BYTES];
        }
        inflater.setInput(bytes, from, end - from);
        try {
            while (running && !inflater.needsInput()) {
                int more = inflateMore();
                look(carried + more);
                stopAtBounds(more);
            }
        } catch (DataFormatException _) {
            running = false;
            incomplete = true;
        }
    }

    /** What it took counts also where it ends in what cannot be inflated. */
    private int inflateMore() throws DataFormatException {
        long readBefore = inflater.getBytesRead();
        long madeBefore = inflater.getBytesWritten();
        try {
            return inflater.inflate(output, carried, output.length - carried);
        } finally {
            read += inflater.getBytesRead() - readBefore;
            made += inflater.getBytesWritten() - madeBefore;
        }
    }

    private void stopAtBounds(int more) {
        if (inflater.finished()) {
            running = false;
        } else if (isSpent() || (more == 0 && !inflater.needsInput())) {
            running = false;
            incomplete = true;
        }
    }

    /** Of all streams together; what deflates anything becomes more. */
    private boolean isSpent() {
        return read + made > MAX_EFFORT_BYTES || read > 2 * made + IDLE_BYTES;
    }

    private void look(int filled) {
        PdfActiveNames names = new PdfActiveNames(output);
        active |= names.occur(0, filled);
        // A name may lie across two outputs.
        carried = Math.min(filled, 2 * PdfName.MAX_BYTES);
        System.arraycopy(output, filled - carried, output, 0, carried);
    }

    private static int skipLineEnd(byte[] bytes, int from, int limit) {
        int at = from;
        if (at < limit && bytes[at] == '\r') {
            at++;
        }
        return at < limit && bytes[at] == '\n' ? at + 1 : at;
    }
}
