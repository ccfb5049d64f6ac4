package vestibule.document;

import java.util.List;
import vestibule.intake.body.BodySink;

/** The fields of a request, whatever syntax they come in; asked after the last byte. */
interface SentFields extends BodySink {

    /** True when the body is not what it should be; the rest then says nothing. */
    boolean malformed();

    /** Everything that came as {@code file}. */
    List<SentFile> files();

    /** Everything that came as {@code typeId} or {@code typeID}. */
    List<SentTypeId> typeIds();

    /** False when a part differs from the digest that its own header promised. */
    boolean digestKept();
}
