package vestibule.bench;

/** What one client does again and again. */
interface Work extends AutoCloseable {

    void once() throws Exception;

    @Override
    default void close() throws Exception {}

    /** Makes the work of each client: its own connection, where it has one. */
    interface Factory {
        Work open() throws Exception;
    }
}
