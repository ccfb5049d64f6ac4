package vestibule.intake.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * Which events are meant, by their {@code ce_time}.
 *
 * @param tenant all clients' when empty
 * @param from inclusive
 * @param to exclusive
 */
public record ToldRange(Optional<String> tenant, Instant from, Instant to) {}
