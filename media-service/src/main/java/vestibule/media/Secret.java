package vestibule.media;

import java.time.Instant;
import java.util.Optional;
import vestibule.intake.access.BrokenAccess;
import vestibule.intake.access.Window;

/** A shared secret of an integration: in clear, because HMAC needs it. */
record Secret(String id, String value, Optional<Instant> notBefore, Optional<Instant> notAfter) {

    Secret {
        BrokenAccess.unless(id != null && !id.isBlank(), "needs an id");
        BrokenAccess.unless(value != null && !value.isEmpty(), "needs a value");
        new Window(notBefore, notAfter);
    }

    boolean isValidAt(Instant time) {
        return new Window(notBefore, notAfter).contains(time);
    }

    @Override
    public String toString() {
        return "secret " + id;
    }
}
