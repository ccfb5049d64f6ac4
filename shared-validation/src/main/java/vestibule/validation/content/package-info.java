/** Bounded readers that tell a document's type and soundness from its bytes while they pass. */
@NullMarked
package vestibule.validation.content;

import org.jspecify.annotations.NullMarked;
