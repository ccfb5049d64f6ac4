package vestibule.validation.json;

/** A number by the grammar of RFC 8259, section 6. */
final class JsonNumber implements JsonScalar {

    private enum Read {
        NOTHING,
        MINUS,
        ZERO,
        INTEGER,
        POINT,
        FRACTION,
        E,
        E_SIGN,
        EXPONENT,
        WRONG
    }

    private final JsonListener listener;
    private Read read = Read.NOTHING;
    private Progress progress = Progress.DONE;

    JsonNumber(JsonListener listener) {
        this.listener = listener;
    }

    @Override
    public void begin(byte first) {
        read = Read.NOTHING;
        progress = Progress.RUNNING;
    }

    @Override
    public int scan(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && progress == Progress.RUNNING) {
            Read next = after(read, bytes[at]);
            if (next == Read.WRONG) {
                progress = mayEnd() ? Progress.DONE : Progress.FAILED;
            } else {
                read = next;
                at++;
            }
        }
        if (at > from) {
            listener.data(bytes, from, at - from);
        }
        return at;
    }

    @Override
    public Progress progress() {
        return progress;
    }

    private boolean mayEnd() {
        return switch (read) {
            case ZERO, INTEGER, FRACTION, EXPONENT -> true;
            case NOTHING, MINUS, POINT, E, E_SIGN, WRONG -> false;
        };
    }

    private static Read after(Read read, byte b) {
        boolean digit = b >= '0' && b <= '9';
        return switch (read) {
            case NOTHING -> b == '-' ? Read.MINUS : firstDigit(b, digit);
            case MINUS -> firstDigit(b, digit);
            case ZERO -> afterInteger(b);
            case INTEGER -> digit ? Read.INTEGER : afterInteger(b);
            case POINT -> digit ? Read.FRACTION : Read.WRONG;
            case FRACTION -> digit ? Read.FRACTION : exponent(b);
            case E -> b == '+' || b == '-' ? Read.E_SIGN : digit ? Read.EXPONENT : Read.WRONG;
            case E_SIGN, EXPONENT -> digit ? Read.EXPONENT : Read.WRONG;
            case WRONG -> Read.WRONG;
        };
    }

    private static Read firstDigit(byte b, boolean digit) {
        return b == '0' ? Read.ZERO : digit ? Read.INTEGER : Read.WRONG;
    }

    private static Read afterInteger(byte b) {
        return b == '.' ? Read.POINT : exponent(b);
    }

    private static Read exponent(byte b) {
        return b == 'e' || b == 'E' ? Read.E : Read.WRONG;
    }
}
