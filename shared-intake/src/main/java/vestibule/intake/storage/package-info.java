/** Where the bytes of documents are kept: the object store, and what is removed from it. */
@NullMarked
package vestibule.intake.storage;

import org.jspecify.annotations.NullMarked;
