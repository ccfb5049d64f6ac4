package vestibule.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Optional;
import vestibule.intake.Caller;
import vestibule.intake.access.AccessKey;
import vestibule.intake.access.BrokenAccess;
import vestibule.intake.access.ClientAccess.Credential;

/** A key of {@code access.yaml} that means one end client, the {@code subject}. */
record SubjectKey(
        String id,
        Optional<String> sha256,
        Optional<String> value,
        @JsonProperty("not-before") Optional<Instant> notBefore,
        @JsonProperty("not-after") Optional<Instant> notAfter,
        String subject) {

    SubjectKey {
        BrokenAccess.unless(
                subject != null && Subjects.isSound(subject),
                "needs a subject of 1 to 255 characters without control characters");
        new AccessKey(id, sha256, value, notBefore, notAfter);
    }

    Credential of(String client) {
        return new Credential(
                new AccessKey(id, sha256, value, notBefore, notAfter), new Caller(client, subject));
    }

    @Override
    public String toString() {
        return "key " + id;
    }
}
