package vestibule.validation.content;

import java.util.List;
import java.util.Optional;
import vestibule.validation.Dimensions;

/** Which properties belong to which item ({@code iprp}: {@code ipco} and {@code ipma}). */
final class HeifProperties {

    private static final int CONTAINER = 0x6970636F; // ipco
    private static final int ASSOCIATION = 0x69706D61; // ipma
    private static final int EXTENT = 0x69737065; // ispe

    private HeifProperties() {}

    static Optional<Dimensions> dimensions(Fields iprp, long id) {
        List<IsoBox> boxes = IsoBox.children(iprp).orElse(List.of());
        List<IsoBox> properties =
                IsoBox.first(boxes, CONTAINER).flatMap(IsoBox::children).orElse(List.of());
        return boxes.stream()
                .filter(box -> box.type() == ASSOCIATION)
                .map(box -> extentOf(box.body(), id, properties))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Dimensions> extentOf(Fields ipma, long id, List<IsoBox> properties) {
        int version = ipma.u8();
        boolean wide = (ipma.number(3) & 1) == 1;
        long entries = ipma.u32();
        for (long entry = 0; entry < entries && !ipma.overrun(); entry++) {
            boolean own = (version == 0 ? ipma.u16() : ipma.u32()) == id;
            int associations = ipma.u8();
            for (int i = 0; i < associations; i++) {
                int index = wide ? ipma.u16() & 0x7FFF : ipma.u8() & 0x7F;
                if (own && isExtent(index, properties)) {
                    return dimensions(properties.get(index - 1).body());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isExtent(int index, List<IsoBox> properties) {
        return index > 0
                && index <= properties.size()
                && properties.get(index - 1).type() == EXTENT;
    }

    private static Optional<Dimensions> dimensions(Fields ispe) {
        ispe.u32();
        long width = ispe.u32();
        long height = ispe.u32();
        return width > 0 && height > 0
                ? Optional.of(new Dimensions(width, height))
                : Optional.empty();
    }
}
