/** {@code /api/v2/my/documents} and its companions, as B2CORE documents them. */
@NullMarked
package vestibule.document;

import org.jspecify.annotations.NullMarked;
