/** Runs the whole system on one machine, and shows what it does. */
@NullMarked
package vestibule.local;

import org.jspecify.annotations.NullMarked;
