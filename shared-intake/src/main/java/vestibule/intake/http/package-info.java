/** What is the same for every answer: request ids, refusals of the framework, early endings. */
@NullMarked
package vestibule.intake.http;

import org.jspecify.annotations.NullMarked;
