package vestibule.intake.body;

import java.util.Optional;

/**
 * Reads {@code multipart/form-data} (RFC 7578) as it arrives, in arrays of any size, and never
 * holds more than one part header and one open delimiter. Lines end with CR LF; a form without its
 * final delimiter is malformed.
 */
public final class MultipartScanner implements BodySink {

    /** Bounds of a form; more of either is malformed. */
    public record Limits(int parts, int partHeaderBytes) {}

    private enum State {
        PREAMBLE,
        AFTER_DELIMITER,
        HEADER,
        DATA,
        EPILOGUE,
        MALFORMED,
        STOPPED
    }

    private final Boundary boundary;
    private final Limits limits;
    private final PartHandler handler;

    /**
     * The beginning of a delimiter, left over from the array before; at the start the CR LF that
     * may be missing.
     */
    private final byte[] open;

    /** The line after a delimiter, or a part header, as far as it came. */
    private final HeaderBytes header;

    private State state = State.PREAMBLE;
    private int openLength;
    private int parts;

    public MultipartScanner(String boundary, Limits limits, PartHandler handler) {
        this.boundary = new Boundary(boundary);
        this.limits = limits;
        this.handler = handler;
        open = new byte[2 * this.boundary.length()];
        open[0] = '\r';
        open[1] = '\n';
        openLength = 2;
        header = new HeaderBytes(limits.partHeaderBytes());
    }

    /**
     * The boundary that a request's {@code Content-Type} announces; empty when it is not {@code
     * multipart/form-data} or its boundary is missing or illegal (RFC 2046, 5.1.1).
     */
    public static Optional<String> boundaryOf(String contentType) {
        return HeaderValue.parse(contentType)
                .filter(type -> type.value().equals("multipart/form-data"))
                .flatMap(type -> type.parameter("boundary"))
                .filter(Boundary::isLegal);
    }

    /** True when the form broke the rules of multipart, or ended before its final delimiter. */
    public boolean malformed() {
        return state == State.MALFORMED;
    }

    @Override
    public boolean accept(byte[] bytes, int offset, int length) {
        var at = offset;
        var end = offset + length;
        while (at < end && state != State.MALFORMED && state != State.STOPPED) {
            at =
                    switch (state) {
                        case PREAMBLE, DATA -> scan(bytes, at, end);
                        case AFTER_DELIMITER -> afterDelimiter(bytes, at, end);
                        case HEADER -> partHeader(bytes, at, end);
                        case EPILOGUE, MALFORMED, STOPPED -> end;
                    };
        }
        return state != State.MALFORMED && state != State.STOPPED;
    }

    @Override
    public void end() {
        if (state != State.EPILOGUE && state != State.STOPPED) {
            state = State.MALFORMED;
        }
    }

    private int scan(byte[] bytes, int from, int end) {
        if (openLength > 0) {
            return closeOpen(bytes, from, end);
        }
        var found = boundary.find(bytes, from, end);
        if (found >= 0) {
            content(bytes, from, found);
            delimited();
            return found + boundary.length();
        }
        openLength = boundary.openEnd(bytes, from, end);
        content(bytes, from, end - openLength);
        System.arraycopy(bytes, end - openLength, open, 0, openLength);
        return end;
    }

    /** Decides about the few bytes held back, with as many new ones as a delimiter can need. */
    private int closeOpen(byte[] bytes, int from, int end) {
        var held = openLength;
        var added = Math.min(boundary.length() - 1, end - from);
        System.arraycopy(bytes, from, open, held, added);
        var found = boundary.find(open, 0, held + added);
        if (found >= 0) {
            openLength = 0;
            content(open, 0, found);
            delimited();
            return from + found + boundary.length() - held;
        }
        var stillOpen = boundary.openEnd(open, 0, held + added);
        if (stillOpen <= added) {
            openLength = 0;
            content(open, 0, held);
            return from;
        }
        var decided = held + added - stillOpen;
        content(open, 0, decided);
        openLength = held + added - decided;
        System.arraycopy(open, decided, open, 0, openLength);
        return from + added;
    }

    private void content(byte[] bytes, int from, int to) {
        if (state == State.DATA && to > from && !handler.data(bytes, from, to - from)) {
            state = State.STOPPED;
        }
    }

    private void delimited() {
        if (state == State.DATA) {
            handler.end();
        }
        if (state != State.STOPPED) {
            state = State.AFTER_DELIMITER;
        }
    }

    /** After a delimiter: two dashes end the form; blanks and a line break begin a part. */
    private int afterDelimiter(byte[] bytes, int from, int end) {
        var at = from;
        while (at < end && state == State.AFTER_DELIMITER) {
            header.add(bytes[at++]);
            if (header.is("--")) {
                state = State.EPILOGUE;
            } else if (header.endsLine()) {
                state =
                        header.isBlank() && ++parts <= limits.parts()
                                ? State.HEADER
                                : State.MALFORMED;
                header.clear();
            } else if (header.isFull()) {
                state = State.MALFORMED;
            }
        }
        return at;
    }

    private int partHeader(byte[] bytes, int from, int end) {
        var at = from;
        while (at < end && state == State.HEADER) {
            header.add(bytes[at++]);
            if (header.isComplete()) {
                beginPart(PartHeader.parse(header.text()));
                header.clear();
            } else if (header.isFull()) {
                state = State.MALFORMED;
            }
        }
        return at;
    }

    private void beginPart(Optional<PartHeader> parsed) {
        if (parsed.isEmpty()) {
            state = State.MALFORMED;
        } else if (!handler.begin(parsed.get())) {
            state = State.STOPPED;
        } else {
            state = State.DATA;
        }
    }
}
