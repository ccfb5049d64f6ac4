/** What all services write down of their documents, and strike out again. */
@NullMarked
package vestibule.intake.ledger;

import org.jspecify.annotations.NullMarked;
