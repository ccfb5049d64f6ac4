package vestibule.intake.body;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** The member names of all objects that are open, bounded: none may come twice in its object. */
final class OpenNames {

    private static final class Names {
        private final Set<String> names = new HashSet<>(8);
        private int length;
    }

    private final int maxCount;
    private final int maxLength;
    private final Deque<Names> objects = new ArrayDeque<>();
    private int count;
    private int length;

    OpenNames(int maxCount, int maxLength) {
        this.maxCount = maxCount;
        this.maxLength = maxLength;
    }

    void openObject() {
        objects.push(new Names());
    }

    void closeObject() {
        var closed = objects.pop();
        count -= closed.names.size();
        length -= closed.length;
    }

    /** False when the innermost object has that name already, or there are too many. */
    boolean add(String name) {
        var object = objects.element();
        object.length += name.length();
        length += name.length();
        count++;
        return object.names.add(name) && count <= maxCount && length <= maxLength;
    }
}
