/** A client of the services and a look behind them, as the tests of every service need them. */
@NullMarked
package vestibule.intake.client;

import org.jspecify.annotations.NullMarked;
