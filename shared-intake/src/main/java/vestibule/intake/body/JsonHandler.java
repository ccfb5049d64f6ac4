package vestibule.intake.body;

import java.util.List;
import vestibule.validation.json.JsonKind;

/**
 * What a {@link JsonScanner} tells of the members of an object, in wire order; members of members
 * come between begin and end of theirs. What stands in an array is read, but not told.
 */
public interface JsonHandler {

    /**
     * @param path the names from the root to this member; only valid during the call
     * @return false to stop the scan: the object is refused
     */
    boolean begin(List<String> path, JsonKind kind);

    /**
     * A piece of the string or number at hand, in UTF-8: escapes undone (half a surrogate pair
     * gives U+FFFD), a number as sent. May end within a character.
     *
     * @return false to stop the scan: the object is refused
     */
    boolean data(byte[] bytes, int offset, int length);

    void end();
}
