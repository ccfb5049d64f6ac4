package vestibule.bench;

/** One upload of one client. */
interface Work {

    void once() throws Exception;

    /** Makes the work of each client: its own connection, where it has one. */
    interface Factory {
        Work open() throws Exception;
    }
}
