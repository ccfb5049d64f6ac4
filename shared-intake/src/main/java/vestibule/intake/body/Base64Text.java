package vestibule.intake.body;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Decodes Base64 as {@link Base64Decoder} does, bare or as a data URI (RFC 2397): {@code
 * data:<type>;base64,} in any letter case, its parameters ignored, at most 1,024 bytes before the
 * comma; white space may stand before it.
 */
public final class Base64Text implements ByteSink {

    private static final int MAX_HEADER_BYTES = 1_024;
    private static final String SCHEME = "data:";
    private static final String MARK = ";base64";

    private enum State {
        BLANK,
        SCHEME,
        HEADER,
        BASE64,
        NOT_BASE64
    }

    private final Base64Decoder decoder;

    /** What came before the comma, or may turn out to be the beginning of bare Base64. */
    private final HeaderBytes header = new HeaderBytes(MAX_HEADER_BYTES + 1);

    private State state = State.BLANK;
    private boolean dataUri;
    private Optional<String> declaredType = Optional.empty();

    public Base64Text(ByteSink decoded) {
        decoder = new Base64Decoder(decoded);
    }

    /**
     * After the end: the text was Base64, empty text too. Before: nothing speaks against it yet.
     */
    public boolean isValid() {
        return state != State.NOT_BASE64 && decoder.isValid();
    }

    /** True when the text began with {@code data:}, valid or not. */
    public boolean isDataUri() {
        return dataUri;
    }

    /** The media type of a data URI, as sent and without its parameters. */
    public Optional<String> declaredType() {
        return declaredType;
    }

    /** Digits and padding, without the header of a data URI; see {@link Base64Decoder}. */
    public long characters() {
        return decoder.characters();
    }

    /**
     * @return false when the sink of the decoded bytes wants no more; invalid text is no reason
     */
    @Override
    public boolean accept(byte[] text, int offset, int length) {
        var at = offset;
        var end = offset + length;
        while (at < end && state != State.BASE64 && state != State.NOT_BASE64) {
            ahead(text[at++]);
        }
        return state == State.NOT_BASE64 || decoder.accept(text, at, end - at);
    }

    @Override
    public void end() {
        switch (state) {
            case SCHEME -> bare();
            case HEADER -> state = State.NOT_BASE64;
            case BLANK, BASE64, NOT_BASE64 -> {}
        }
        decoder.end();
    }

    private void ahead(byte next) {
        switch (state) {
            case BLANK -> {
                if (!isWhiteSpace(next)) {
                    scheme(next);
                }
            }
            case SCHEME -> scheme(next);
            case HEADER -> header(next);
            case BASE64, NOT_BASE64 -> {}
        }
    }

    private void scheme(byte next) {
        header.add(next);
        var text = header.text().toLowerCase(Locale.ROOT);
        if (text.equals(SCHEME)) {
            dataUri = true;
            state = State.HEADER;
        } else if (SCHEME.startsWith(text)) {
            state = State.SCHEME;
        } else {
            bare();
        }
    }

    private void bare() {
        state = State.BASE64;
        var text = header.text().getBytes(StandardCharsets.ISO_8859_1);
        decoder.accept(text, 0, text.length);
    }

    private void header(byte next) {
        if (next == ',') {
            comma(header.text().substring(SCHEME.length()));
            return;
        }
        header.add(next);
        if (header.isFull()) {
            state = State.NOT_BASE64;
        }
    }

    private void comma(String typeAndParameters) {
        if (typeAndParameters.toLowerCase(Locale.ROOT).endsWith(MARK)) {
            var type = typeAndParameters.substring(0, typeAndParameters.indexOf(';'));
            declaredType = Optional.of(type).filter(sent -> !sent.isBlank());
            state = State.BASE64;
        } else {
            state = State.NOT_BASE64;
        }
    }

    private static boolean isWhiteSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }
}
