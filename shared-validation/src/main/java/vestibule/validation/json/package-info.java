/** The grammar of JSON, read while the bytes pass. */
@NullMarked
package vestibule.validation.json;

import org.jspecify.annotations.NullMarked;
