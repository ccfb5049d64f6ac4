/** Who may come in, how often, and which requests are repeats: decided before the body is read. */
@NullMarked
package vestibule.intake.access;

import org.jspecify.annotations.NullMarked;
