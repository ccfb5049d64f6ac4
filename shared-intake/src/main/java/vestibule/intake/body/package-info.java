/** From the socket to the part buffer: readers, the one door, and the memory they may use. */
@NullMarked
package vestibule.intake.body;

import org.jspecify.annotations.NullMarked;
