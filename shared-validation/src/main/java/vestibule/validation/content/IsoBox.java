package vestibule.validation.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A box within a box that is held in memory. */
record IsoBox(int type, Fields body) {

    private static final int HEADER_BYTES = 8;

    /** The boxes in {@code parent}; empty when they do not fill it soundly. */
    static Optional<List<IsoBox>> children(Fields parent) {
        var boxes = new ArrayList<IsoBox>();
        while (parent.remaining() >= HEADER_BYTES) {
            long size = parent.u32();
            int type = parent.i32();
            long bodyBytes = size - HEADER_BYTES;
            if (size == 1) {
                bodyBytes = parent.number(8) - 2 * HEADER_BYTES;
            } else if (size == 0) {
                bodyBytes = parent.remaining();
            }
            boxes.add(new IsoBox(type, parent.part(bodyBytes)));
        }
        return parent.overrun() ? Optional.empty() : Optional.of(List.copyOf(boxes));
    }

    static Optional<Fields> first(List<IsoBox> boxes, int type) {
        return boxes.stream().filter(box -> box.type() == type).findFirst().map(IsoBox::body);
    }
}
