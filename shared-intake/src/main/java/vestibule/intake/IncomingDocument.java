package vestibule.intake;

import java.util.HexFormat;
import java.util.UUID;
import vestibule.intake.body.Door;
import vestibule.intake.scan.DocumentScan;
import vestibule.intake.storage.ObjectWriter;

/** A document whose bytes are passing; on the event loop of its request. */
public final class IncomingDocument {

    private final UUID id;
    private final String key;
    private final Door door;
    private final ObjectWriter writer;
    private final DocumentScan scan;

    IncomingDocument(UUID id, String key, Door door, ObjectWriter writer, DocumentScan scan) {
        this.id = id;
        this.key = key;
        this.door = door;
        this.writer = writer;
        this.scan = scan;
    }

    /**
     * @return false when the document has grown past its limit: nothing more of it need be read
     */
    public boolean accept(byte[] bytes, int offset, int length) {
        if (!door.pass(bytes, offset, length)) {
            return false;
        }
        writer.write(bytes, offset, length);
        scan.write(bytes, offset, length);
        return true;
    }

    /** The last byte has passed. */
    public ReceivedDocument end() {
        scan.end();
        return new ReceivedDocument(
                id, key, door.count(), HexFormat.of().formatHex(door.digest()), door.facts());
    }
}
