/** What runs inside the child processes, on their own class paths. */
@NullMarked
package vestibule.embedded.child;

import org.jspecify.annotations.NullMarked;
