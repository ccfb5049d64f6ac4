package vestibule.intake.body;

import java.util.function.IntSupplier;

/** Feeds bytes in arrays of chosen lengths; each lies somewhere inside of a larger array. */
final class Feeding {

    private Feeding() {}

    /** Returns false when the sink wanted no more. */
    static boolean feed(ByteSink sink, byte[] bytes, IntSupplier lengths) {
        var goesOn = true;
        for (var at = 0; at < bytes.length && goesOn; ) {
            var length = Math.min(lengths.getAsInt(), bytes.length - at);
            var array = new byte[length + 7];
            System.arraycopy(bytes, at, array, 3, length);
            goesOn = sink.accept(array, 3, length);
            at += length;
        }
        return goesOn;
    }
}
