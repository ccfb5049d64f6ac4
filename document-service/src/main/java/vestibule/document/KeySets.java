package vestibule.document;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import vestibule.intake.access.AccessBook;

/** The key sets of all trusted issuers, read in the background from the start on. */
@Singleton
class KeySets {

    private final Provider<AccessBook> book;
    private final KeySource source;
    private final Clock clock;
    private final Map<URI, KeySet> sets = new ConcurrentHashMap<>();

    /** The book knows its clients by the rules that these keys are for. */
    KeySets(Provider<AccessBook> book, KeySource source, Clock clock) {
        this.book = book;
        this.source = source;
        this.clock = clock;
    }

    KeySet of(TrustedIssuer issuer) {
        return sets.computeIfAbsent(issuer.keys(), place -> new KeySet(place, source));
    }

    /** The issuers none of whose tokens can be checked now. */
    Set<String> unreadable() {
        return trusted().stream()
                .filter(issuer -> of(issuer).keys().isEmpty())
                .map(TrustedIssuer::issuer)
                .collect(Collectors.toSet());
    }

    void start(@Observes StartupEvent starting) {
        refresh();
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        var trusted = trusted();
        sets.keySet()
                .retainAll(trusted.stream().map(TrustedIssuer::keys).collect(Collectors.toSet()));
        trusted.forEach(issuer -> of(issuer).refresh(clock.instant()));
    }

    private Set<TrustedIssuer> trusted() {
        return book.get().clients().parts(DocumentClient.class).values().stream()
                .filter(DocumentClient::enabled)
                .flatMap(client -> client.jwt().stream())
                .collect(Collectors.toSet());
    }
}
