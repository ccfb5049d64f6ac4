package vestibule.validation.json;

/** Characters of two to four bytes (RFC 3629, section 4). */
final class Utf8Tail {

    private static final int LOW = 0x80;
    private static final int HIGH = 0xBF;

    private int missing;
    private int low = LOW;
    private int high = HIGH;

    /** True within a character, also when it cannot be finished. */
    boolean pending() {
        return missing > 0;
    }

    /** False for a byte that neither begins such a character nor goes on with it. */
    boolean takes(byte b) {
        return pending() ? tail(b & 0xFF) : lead(b & 0xFF);
    }

    private boolean lead(int value) {
        missing = value < 0xC2 ? 0 : value < 0xE0 ? 1 : value < 0xF0 ? 2 : value < 0xF5 ? 3 : 0;
        // These leave no room for overlong forms, surrogates and code points above U+10FFFF.
        low = value == 0xE0 ? 0xA0 : value == 0xF0 ? 0x90 : LOW;
        high = value == 0xED ? 0x9F : value == 0xF4 ? 0x8F : HIGH;
        return missing > 0;
    }

    private boolean tail(int value) {
        if (value < low || value > high) {
            return false;
        }
        missing--;
        low = LOW;
        high = HIGH;
        return true;
    }
}
