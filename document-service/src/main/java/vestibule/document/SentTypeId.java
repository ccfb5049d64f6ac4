package vestibule.document;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * One value of the type, under the name it came by.
 *
 * @param value empty when it is no integer from 1 to 2147483647
 */
record SentTypeId(String name, OptionalInt value) {

    /** The two spellings of the vendor's documentation. */
    static final String NAME = "typeId";

    static final String OTHER_NAME = "typeID";

    /** More of a value need not be kept. */
    static final int MAX_BYTES = 16;

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,16}");

    static SentTypeId of(String name, String text) {
        var isNumber = DIGITS.matcher(text).matches();
        var number = isNumber ? Long.parseLong(text) : 0;
        return new SentTypeId(
                name,
                number > 0 && number <= Integer.MAX_VALUE
                        ? OptionalInt.of((int) number)
                        : OptionalInt.empty());
    }

    static SentTypeId ofWrongKind(String name) {
        return new SentTypeId(name, OptionalInt.empty());
    }
}
