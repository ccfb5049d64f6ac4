package vestibule.validation.content;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Finds bytes in a range; every answer is an index, or -1. */
final class ByteSearch {

    private static final VarHandle WORD =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private ByteSearch() {}

    /** Eight bytes at a time: this loop sees every byte of every PDF. */
    static int indexOf(byte[] bytes, byte wanted, int from, int end) {
        long pattern = ONES * (wanted & 0xFF);
        int at = from;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            long difference = (long) WORD.get(bytes, at) ^ pattern;
            long zeros = difference - ONES & ~difference & HIGH_BITS;
            if (zeros != 0) {
                return at + (Long.numberOfTrailingZeros(zeros) >>> 3);
            }
        }
        while (at < end && bytes[at] != wanted) {
            at++;
        }
        return at < end ? at : -1;
    }

    static int indexOf(byte[] bytes, byte[] wanted, int from, int end) {
        int last = end - wanted.length + 1;
        int at = indexOf(bytes, wanted[0], from, last);
        while (at >= 0 && !matches(bytes, at, wanted)) {
            at = indexOf(bytes, wanted[0], at + 1, last);
        }
        return at;
    }

    static int lastIndexOf(byte[] bytes, byte[] wanted, int from, int end) {
        int at = end - wanted.length;
        while (at >= from && !matches(bytes, at, wanted)) {
            at--;
        }
        return at >= from ? at : -1;
    }

    private static boolean matches(byte[] bytes, int at, byte[] wanted) {
        return bytes[at] == wanted[0]
                && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
    }
}
