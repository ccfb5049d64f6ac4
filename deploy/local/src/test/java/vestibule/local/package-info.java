@NullMarked
package vestibule.local;

import org.jspecify.annotations.NullMarked;
