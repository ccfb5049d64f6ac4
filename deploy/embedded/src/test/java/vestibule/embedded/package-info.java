@NullMarked
package vestibule.embedded;

import org.jspecify.annotations.NullMarked;
