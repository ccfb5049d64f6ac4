package vestibule.validation.content;

import vestibule.validation.Dimensions;
import vestibule.validation.Facts;

/** Feeds bytes to an inspector. */
final class Inspection {

    private Inspection() {}

    static Facts inspect(byte[] bytes) {
        var inspector = new ContentInspector();
        inspector.accept(bytes, 0, bytes.length);
        return inspector.finish();
    }

    static Facts inChunks(byte[] bytes, int chunkBytes) {
        var inspector = new ContentInspector();
        for (int at = 0; at < bytes.length; at += chunkBytes) {
            inspector.accept(bytes, at, Math.min(chunkBytes, bytes.length - at));
        }
        return inspector.finish();
    }

    static Dimensions size(long width, long height) {
        return new Dimensions(width, height);
    }
}
