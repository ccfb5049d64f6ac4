package vestibule.file;

import io.vertx.core.MultiMap;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import vestibule.intake.Ids;

/** Which page of the client's files is asked for. */
record FileQuery(int limit, Optional<UUID> cursor) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 100;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

    /** Empty when a parameter is not valid, or there twice. */
    static Optional<FileQuery> of(MultiMap parameters) {
        var limits = parameters.getAll("limit");
        var cursors = parameters.getAll("cursor");
        var limit = limits.isEmpty() ? DEFAULT_LIMIT : number(limits.getFirst());
        var cursor = cursors.stream().findFirst().flatMap(Ids::read);
        return limits.size() <= 1
                        && cursors.size() <= 1
                        && limit >= 1
                        && limit <= MAX_LIMIT
                        && cursor.isPresent() == !cursors.isEmpty()
                ? Optional.of(new FileQuery(limit, cursor))
                : Optional.empty();
    }

    private static int number(String text) {
        return NUMBER.matcher(text).matches() ? Integer.parseInt(text) : -1;
    }
}
