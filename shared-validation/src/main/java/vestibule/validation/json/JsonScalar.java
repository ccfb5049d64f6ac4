package vestibule.validation.json;

/** A string, number or literal, read in pieces. */
interface JsonScalar {

    enum Progress {
        RUNNING,
        DONE,
        FAILED
    }

    void begin(byte first);

    /** Reads on; returns the index of the first byte that does not belong to it. */
    int scan(byte[] bytes, int from, int end);

    Progress progress();
}
