/** Events leave with the transaction that caused them, and reach Kafka later, in order. */
@NullMarked
package vestibule.intake.outbox;

import org.jspecify.annotations.NullMarked;
