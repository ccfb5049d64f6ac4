package vestibule.validation.content;

import java.util.HashSet;
import java.util.Set;

/** Where the data of the items lies ({@code iloc}). */
final class HeifLocations {

    private static final int IN_FILE = 0;
    private static final int IN_ITEM_DATA = 1;
    private static final int IN_OTHER_ITEM = 2;

    private final long fileBytes;
    private final long itemDataBytes;

    HeifLocations(long fileBytes, long itemDataBytes) {
        this.fileBytes = fileBytes;
        this.itemDataBytes = itemDataBytes;
    }

    /** The widths of the numbers, in bytes. */
    private record Widths(int version, int offset, int length, int base, int index) {

        static Widths of(Fields iloc) {
            int version = iloc.u8();
            iloc.number(3);
            int first = iloc.u8();
            int second = iloc.u8();
            int index = version == 0 ? 0 : second & 0xF;
            return new Widths(version, first >> 4, first & 0xF, second >> 4, index);
        }

        boolean legal() {
            return version <= 2 && legal(offset) && legal(length) && legal(base) && legal(index);
        }

        private static boolean legal(int width) {
            return width == 0 || width == 4 || width == 8;
        }

        int id() {
            return version == 2 ? 4 : 2;
        }

        boolean empty() {
            return offset + length + index == 0;
        }
    }

    /** The items that have data, all of it inside. */
    Set<Long> inside(Fields iloc) {
        Widths widths = Widths.of(iloc);
        if (!widths.legal()) {
            return Set.of();
        }
        var inside = new HashSet<Long>();
        long count = iloc.number(widths.id());
        for (long i = 0; i < count && !iloc.overrun(); i++) {
            long id = iloc.number(widths.id());
            if (item(iloc, widths)) {
                inside.add(id);
            }
        }
        return iloc.overrun() ? Set.of() : Set.copyOf(inside);
    }

    private boolean item(Fields iloc, Widths widths) {
        int method = widths.version() == 0 ? IN_FILE : iloc.u16() & 0xF;
        boolean sameFile = iloc.u16() == 0;
        long base = iloc.number(widths.base());
        int extents = iloc.u16();
        boolean inside = sameFile && extents > 0;
        // Extents of no width cost no bytes, so their number must not cost time either.
        int distinct = widths.empty() ? Math.min(extents, 1) : extents;
        for (int i = 0; i < distinct && !iloc.overrun(); i++) {
            iloc.number(widths.index());
            long offset = iloc.number(widths.offset());
            long length = iloc.number(widths.length());
            inside &= isInside(method, base, offset, length);
        }
        return inside;
    }

    private boolean isInside(int method, long base, long offset, long length) {
        return switch (method) {
            case IN_FILE -> fits(base, offset, length, fileBytes);
            case IN_ITEM_DATA -> fits(base, offset, length, itemDataBytes);
            case IN_OTHER_ITEM -> true;
            default -> false;
        };
    }

    /** A length of 0 means up to the end. */
    private static boolean fits(long base, long offset, long length, long limit) {
        boolean numbers = base >= 0 && offset >= 0 && length >= 0;
        return numbers && base < limit && offset < limit - base && length <= limit - base - offset;
    }
}
