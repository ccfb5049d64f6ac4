/** What consumers downstream are told: the events of {@code events.md}, version 1. */
@NullMarked
package vestibule.intake.event;

import org.jspecify.annotations.NullMarked;
