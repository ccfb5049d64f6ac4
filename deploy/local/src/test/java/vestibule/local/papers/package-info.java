/** Pages under docs/ that are written by the code they are about. */
@NullMarked
package vestibule.local.papers;

import org.jspecify.annotations.NullMarked;
