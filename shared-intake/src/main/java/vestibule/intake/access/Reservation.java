package vestibule.intake.access;

import java.util.UUID;
import vestibule.intake.Caller;

/** One request's hold on an idempotency key, from {@link Idempotency#begin} to its end. */
public record Reservation(UUID id, Caller caller, String operation, String key) {}
