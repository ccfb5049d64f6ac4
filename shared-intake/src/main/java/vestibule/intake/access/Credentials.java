package vestibule.intake.access;

import io.vertx.core.MultiMap;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import vestibule.intake.Caller;
import vestibule.validation.Refusal;

/** How a service's vendor lets clients say who they are: by headers only. Never blocks. */
public interface Credentials {

    Identity identify(MultiMap headers, Clients clients, Instant now);

    /** The value of {@code WWW-Authenticate} on a 401; empty where the vendor sends none. */
    Optional<String> challenge();

    /** What the headers proved. */
    sealed interface Identity {

        /**
         * @param key where a limit is for each key, the key whose requests are counted together;
         *     otherwise all of the caller's are
         */
        record Known(Caller caller, Optional<Sha256> key) implements Identity {

            public Known(Caller caller) {
                this(caller, Optional.empty());
            }

            public static Known by(String key, Caller caller) {
                return new Known(caller, Optional.of(Sha256.of(key)));
            }
        }

        /** Nobody we know, or nobody we can know now (the keys to check with are out of reach). */
        record Unknown(Refusal refusal) implements Identity {}

        /** Known only once something has been fetched; the request waits, its body unread. */
        record Later(CompletionStage<Identity> found) implements Identity {}
    }
}
