package vestibule.media;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** The exchange that is being answered. Inject it and ask within the resource method. */
@RequestScoped
class CurrentExchange {

    private Optional<Exchange> exchange = Optional.empty();

    /** Every resource method has one. */
    Exchange get() {
        return exchange.orElseThrow(() -> new IllegalStateException("nobody came past the checks"));
    }

    /** Empty before the checks, and where no resource was found. */
    Optional<Exchange> find() {
        return exchange;
    }

    void set(Exchange begun) {
        exchange = Optional.of(begun);
    }
}
