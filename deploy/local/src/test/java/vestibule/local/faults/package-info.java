/** What the packaged service does when memory is short and when what it needs fails. */
@NullMarked
package vestibule.local.faults;

import org.jspecify.annotations.NullMarked;
