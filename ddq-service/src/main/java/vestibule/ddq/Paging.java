package vestibule.ddq;

import io.vertx.core.MultiMap;
import java.util.Optional;
import java.util.regex.Pattern;
import vestibule.validation.Refusal;

/** Which part of a list is asked for; both are good only where {@link #faultOf} finds nothing. */
record Paging(int offset, int limit) {

    private static final int MAX_LIMIT = 1000;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    static Optional<Refusal> faultOf(MultiMap query) {
        if (number(query, "limit", 1).filter(limit -> limit >= 1 && limit <= MAX_LIMIT).isEmpty()) {
            return Optional.of(new Refusal.QueryInvalid("limit"));
        }
        return number(query, "offset", 0).isEmpty()
                ? Optional.of(new Refusal.QueryInvalid("offset"))
                : Optional.empty();
    }

    static Paging of(MultiMap query, int usualLimit) {
        return new Paging(
                number(query, "offset", 0).orElseThrow(),
                number(query, "limit", usualLimit).orElseThrow());
    }

    /** The index of the last entry wanted. */
    int last() {
        return offset + limit - 1;
    }

    private static Optional<Integer> number(MultiMap query, String name, int usual) {
        var sent = query.getAll(name);
        return switch (sent.size()) {
            case 0 -> Optional.of(usual);
            case 1 ->
                    Optional.of(sent.getFirst())
                            .filter(text -> NUMBER.matcher(text).matches())
                            .map(Integer::valueOf);
            default -> Optional.empty();
        };
    }
}
