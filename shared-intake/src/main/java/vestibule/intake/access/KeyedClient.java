package vestibule.intake.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import vestibule.intake.Caller;

/** The plainest part of a client: keys, each of which means the whole client. */
public record KeyedClient(
        @JsonProperty("enabled") Optional<Boolean> switchedOn,
        Optional<RateLimit> rateLimit,
        List<AccessKey> keys)
        implements ClientAccess {

    public KeyedClient {
        BrokenAccess.unless(keys != null && !keys.isEmpty(), "needs at least one key");
        keys = List.copyOf(keys);
    }

    @Override
    public boolean enabled() {
        return switchedOn.orElse(true);
    }

    @Override
    public List<Credential> credentials(String client) {
        return keys.stream().map(key -> new Credential(key, Caller.of(client))).toList();
    }
}
