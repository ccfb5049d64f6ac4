/** A real Kafka broker, PostgreSQL and S3 server as child processes on 127.0.0.1. */
@NullMarked
package vestibule.embedded;

import org.jspecify.annotations.NullMarked;
