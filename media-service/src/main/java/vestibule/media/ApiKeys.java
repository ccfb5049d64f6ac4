package vestibule.media;

import io.vertx.core.MultiMap;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import vestibule.intake.Ids;
import vestibule.intake.access.Clients;
import vestibule.intake.access.Credentials;

/**
 * {@code x-auth-client}: exactly one UUID, in any letter case. It says which integration calls; the
 * signature proves it.
 */
final class ApiKeys implements Credentials {

    static final String HEADER = "x-auth-client";

    @Override
    public Identity identify(MultiMap headers, Clients clients, Instant now) {
        var values = headers.getAll(HEADER);
        if (values.stream().allMatch(String::isBlank)) {
            return new Identity.Unknown(MediaRefusal.KEY_MISSING);
        }
        if (values.size() > 1 || Ids.read(values.getFirst()).isEmpty()) {
            return new Identity.Unknown(MediaRefusal.KEY_NOT_A_UUID);
        }
        return holder(values.getFirst(), clients, now)
                .map(ApiKeys::identify)
                .orElseGet(() -> new Identity.Unknown(MediaRefusal.KEY_UNKNOWN));
    }

    private static Identity identify(Holder holder) {
        return holder.integration().enabled()
                ? new Identity.Known(holder.caller())
                : new Identity.Unknown(MediaRefusal.KEY_SWITCHED_OFF);
    }

    @Override
    public Optional<String> challenge() {
        return Optional.empty();
    }

    /** Whose the key is, sent in whatever case; whether it is switched off or not. */
    static Optional<Holder> holder(String sent, Clients clients, Instant now) {
        return clients.holderOf(sent.toLowerCase(Locale.ROOT), now)
                .flatMap(
                        caller ->
                                clients.part(caller.tenant(), MediaClient.class)
                                        .flatMap(client -> client.integration(caller.owner()))
                                        .map(integration -> new Holder(caller, integration)));
    }
}
