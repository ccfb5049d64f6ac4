/** The smallest service there is: what the tests of the shared parts talk to. */
@NullMarked
package vestibule.intake.probe;

import org.jspecify.annotations.NullMarked;
