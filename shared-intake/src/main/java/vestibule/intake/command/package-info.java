/** What a service does for its operator on the command line, in a process of its own. */
@NullMarked
package vestibule.intake.command;

import org.jspecify.annotations.NullMarked;
