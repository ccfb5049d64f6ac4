/** {@code PUT /Image} as ARGOS documents it, and its companions. */
@NullMarked
package vestibule.image;

import org.jspecify.annotations.NullMarked;
