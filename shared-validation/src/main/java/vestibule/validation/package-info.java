/** What is acceptable: the declared, the found, and every way a document can be refused. */
@NullMarked
package vestibule.validation;

import org.jspecify.annotations.NullMarked;
