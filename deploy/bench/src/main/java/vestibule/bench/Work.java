package vestibule.bench;

import java.io.IOException;

/** What one client does again and again. */
interface Work extends AutoCloseable {

    void once() throws Exception;

    @Override
    default void close() throws IOException {}

    /** Makes the work of each client: its own connection, where it has one. */
    interface Factory {
        Work open() throws Exception;
    }
}
