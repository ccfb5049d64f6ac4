package vestibule.intake.body;

/** What a {@link MultipartScanner} tells of the parts of a form, in wire order. */
public interface PartHandler {

    /**
     * @return false to stop the scan: the form is refused
     */
    boolean begin(PartHeader header);

    /**
     * @return false to stop the scan: the form is refused
     */
    boolean data(byte[] bytes, int offset, int length);

    void end();
}
