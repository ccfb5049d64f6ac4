/** {@code POST /v1/sessions/{id}/media} and its companions, as Veriff documents them. */
@NullMarked
package vestibule.media;

import org.jspecify.annotations.NullMarked;
