package vestibule.intake;

import java.util.Optional;
import vestibule.intake.access.Begun;
import vestibule.intake.access.Reservation;
import vestibule.validation.Refusal;

/** What a request's idempotency key stands for. */
sealed interface Ticket {

    /** There is no key: every request is a new one. */
    record None() implements Ticket {}

    /** The key is held for this request until it ends. */
    record Held(Reservation reservation) implements Ticket {}

    /**
     * A request with this key has succeeded: the same content is answered the same, other content
     * refused.
     */
    record Used(Begun.Done before) implements Ticket {}

    /** The key is not valid, or in use at this moment. */
    record Void(Refusal reason) implements Ticket {}

    default Optional<Refusal> refusal() {
        return this instanceof Void(var reason) ? Optional.of(reason) : Optional.empty();
    }
}
