/** Small documents of every format, made byte by byte, for the tests of all modules. */
@NullMarked
package vestibule.validation.samples;

import org.jspecify.annotations.NullMarked;
