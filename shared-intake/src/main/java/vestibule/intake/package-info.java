/** How any document is received: the one pipeline that all services run. */
@NullMarked
package vestibule.intake;

import org.jspecify.annotations.NullMarked;
