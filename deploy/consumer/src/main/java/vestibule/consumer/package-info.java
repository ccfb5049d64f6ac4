/** A consumer of the events, as small as it can be and still right. */
@NullMarked
package vestibule.consumer;

import org.jspecify.annotations.NullMarked;
