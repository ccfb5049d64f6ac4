/** Whether a content scanner finds something in a document: clamd, asked while the bytes pass. */
@NullMarked
package vestibule.intake.scan;

import org.jspecify.annotations.NullMarked;
