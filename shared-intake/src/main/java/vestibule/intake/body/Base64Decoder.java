package vestibule.intake.body;

/**
 * Decodes Base64 (RFC 4648) as its text arrives, in arrays of any size: the standard or the
 * URL-safe alphabet, not both; padding right or wholly missing. CR and LF may stand anywhere,
 * blanks and tabs only at the ends or next to a line break: a blank within a line once was a plus
 * sign, and to drop it would change the bytes. What is invalid is read over; of what came before,
 * bytes may have been handed on.
 */
public final class Base64Decoder implements ByteSink {

    private static final int CHUNK_BYTES = 6 * 1024;
    private static final int GROUP_BYTES = 3;
    private static final int GROUP_DIGITS = 4;

    private static final int[] DIGITS = Base64Digits.table();

    private enum Expected {
        DIGIT,
        PADDING,
        WHITE_SPACE,
        NOTHING
    }

    private enum Gap {
        NONE,
        BLANKS,
        LINE_BREAK
    }

    private final ByteSink decoded;
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private int filled;
    private Expected expected = Expected.DIGIT;
    private Gap gap = Gap.NONE;
    private int alphabets;
    private int group;
    private int groupDigits;
    private long characters;
    private boolean goesOn = true;

    public Base64Decoder(ByteSink decoded) {
        this.decoded = decoded;
    }

    /**
     * After the end: the text was Base64, empty text too. Before: nothing speaks against it yet.
     */
    public boolean isValid() {
        return expected != Expected.NOTHING;
    }

    /** Digits and padding, not white space; says nothing about text that is invalid. */
    public long characters() {
        return characters;
    }

    /**
     * @return false when the sink of the decoded bytes wants no more; invalid text is no reason
     */
    @Override
    public boolean accept(byte[] text, int offset, int length) {
        var at = offset;
        var end = offset + length;
        while (at < end && goesOn && isValid()) {
            if (groupDigits == 0 && gap == Gap.NONE && expected == Expected.DIGIT) {
                at = groups(text, at, end);
            }
            if (at < end) {
                one(text[at++]);
            }
        }
        flush();
        return goesOn;
    }

    @Override
    public void end() {
        var cutShort = groupDigits == 1 || expected == Expected.PADDING;
        if (cutShort) {
            expected = Expected.NOTHING;
        } else if (isValid() && groupDigits > 0) {
            var bits = group << (6 * (GROUP_DIGITS - groupDigits));
            emit(bits, groupDigits - 1);
        }
        flush();
    }

    /** The ordinary case is kept apart and tight: four digits at a time, until something else. */
    private int groups(byte[] text, int from, int end) {
        var at = from;
        var out = filled;
        var union = alphabets;
        while (end - at >= GROUP_DIGITS && out <= CHUNK_BYTES - GROUP_BYTES) {
            var first = DIGITS[text[at] & 0xFF];
            var second = DIGITS[text[at + 1] & 0xFF];
            var third = DIGITS[text[at + 2] & 0xFF];
            var fourth = DIGITS[text[at + 3] & 0xFF];
            var marks = first | second | third | fourth;
            if (marks >= Base64Digits.NONE) {
                break;
            }
            union |= marks;
            var bits = (first << 18) | (second << 12) | (third << 6) | fourth;
            chunk[out] = (byte) (bits >> 16);
            chunk[out + 1] = (byte) (bits >> 8);
            chunk[out + 2] = (byte) bits;
            out += GROUP_BYTES;
            at += GROUP_DIGITS;
        }
        characters += at - from;
        filled = out;
        use(union);
        return at;
    }

    private void one(byte character) {
        switch (character) {
            case '\r', '\n' -> gap = Gap.LINE_BREAK;
            case ' ', '\t' -> gap = gap == Gap.LINE_BREAK ? gap : Gap.BLANKS;
            default -> afterGap(character);
        }
    }

    private void afterGap(byte character) {
        var blankWithinLine = gap == Gap.BLANKS && characters > 0;
        gap = Gap.NONE;
        if (blankWithinLine) {
            expected = Expected.NOTHING;
        } else if (character == '=') {
            padding();
        } else {
            digit(DIGITS[character & 0xFF]);
        }
    }

    /** One stands for the missing fourth digit, two for the missing third and fourth. */
    private void padding() {
        characters++;
        expected =
                switch (expected) {
                    case DIGIT ->
                            switch (groupDigits) {
                                case 2 -> Expected.PADDING;
                                case 3 -> Expected.WHITE_SPACE;
                                default -> Expected.NOTHING;
                            };
                    case PADDING -> Expected.WHITE_SPACE;
                    case WHITE_SPACE, NOTHING -> Expected.NOTHING;
                };
    }

    private void digit(int digit) {
        if (expected != Expected.DIGIT || digit == Base64Digits.NONE) {
            expected = Expected.NOTHING;
            return;
        }
        characters++;
        use(alphabets | digit);
        group = (group << 6) | digit;
        groupDigits++;
        if (groupDigits == GROUP_DIGITS) {
            emit(group, GROUP_BYTES);
            group = 0;
            groupDigits = 0;
        }
    }

    private void use(int marks) {
        alphabets = marks & Base64Digits.BOTH_ALPHABETS;
        if (alphabets == Base64Digits.BOTH_ALPHABETS) {
            expected = Expected.NOTHING;
        }
    }

    private void emit(int bits, int count) {
        if (filled + GROUP_BYTES > CHUNK_BYTES) {
            flush();
        }
        for (var i = 0; i < count; i++) {
            chunk[filled++] = (byte) (bits >> (16 - 8 * i));
        }
    }

    private void flush() {
        if (filled > 0 && goesOn) {
            goesOn = decoded.accept(chunk, 0, filled);
        }
        filled = 0;
    }
}
