package vestibule.local.faults;

/** What must have happened before a client goes on. */
interface Halt {

    void await() throws Exception;
}
