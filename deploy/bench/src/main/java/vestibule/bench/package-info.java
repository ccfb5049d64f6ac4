/** Measures the services against the store they stand on, in one run, as ratios. */
@NullMarked
package vestibule.bench;

import org.jspecify.annotations.NullMarked;
