/** Where a request stands in its caller's trace, and the spans that tell a collector so. */
@NullMarked
package vestibule.intake.trace;

import org.jspecify.annotations.NullMarked;
