package vestibule.media;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import vestibule.intake.access.AccessBook;

/** Knows from the headers of a request which integration it concerns. */
@Singleton
class Exchanges {

    private final AccessBook book;
    private final Optional<PublicUrl> url;
    private final Clock clock;

    Exchanges(AccessBook book, MediaConfig config, Clock clock) {
        this.book = book;
        this.url = config.publicUrl();
        this.clock = clock;
    }

    /** Empty when the headers name no integration that may call. */
    Optional<Exchange> open(HttpServerRequest request) {
        var keys = request.headers().getAll(ApiKeys.HEADER);
        return Optional.of(keys)
                .filter(sent -> sent.size() == 1)
                .flatMap(sent -> ApiKeys.holder(sent.getFirst(), book.clients(), clock.instant()))
                .filter(holder -> holder.integration().enabled())
                .map(holder -> open(request, keys.getFirst(), holder));
    }

    private Exchange open(HttpServerRequest request, String key, Holder holder) {
        var integration = holder.integration();
        return new Exchange(
                key,
                holder,
                integration.secretsAt(clock.instant()),
                Signature.of(request.headers(), integration.signsTheOldWay()),
                url.orElseGet(() -> PublicUrl.asAsked(request)));
    }
}
