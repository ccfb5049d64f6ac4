package vestibule.image;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import vestibule.intake.access.BrokenAccess;

/** A project of a client, and the e-mail addresses of those who may act in it. */
record Project(String id, Status status, List<String> admins) {

    /** Whether its submissions can be worked on. */
    enum Status {
        @JsonProperty("open")
        OPEN,
        @JsonProperty("closed")
        CLOSED
    }

    Project {
        BrokenAccess.unless(id != null && !id.isBlank(), "needs an id");
        BrokenAccess.unless(status != null, "needs a status");
        admins = admins == null ? List.of() : List.copyOf(admins);
    }

    boolean isOpen() {
        return status == Status.OPEN;
    }

    boolean admits(String admin) {
        return admins.stream().map(Project::folded).anyMatch(folded(admin)::equals);
    }

    /** A to Z in lower case, and no others: what Unicode folds onto them is another address. */
    private static String folded(String admin) {
        return admin.chars()
                .map(c -> c >= 'A' && c <= 'Z' ? Character.toLowerCase(c) : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
