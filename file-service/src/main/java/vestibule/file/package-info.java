/** {@code POST /v1/files} and its companions, as Bitpanda documents them. */
@NullMarked
package vestibule.file;

import org.jspecify.annotations.NullMarked;
