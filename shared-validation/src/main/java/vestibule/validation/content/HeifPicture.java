package vestibule.validation.content;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vestibule.validation.Dimensions;

/**
 * The primary picture that a {@code meta} box describes. Sound when it has dimensions of its own
 * and all its data, a grid's tiles included, lies inside the file.
 */
record HeifPicture(boolean sound, Optional<Dimensions> dimensions) {

    private static final int PRIMARY_ITEM = 0x7069746D; // pitm
    private static final int ITEM_PROPERTIES = 0x69707270; // iprp
    private static final int ITEM_LOCATION = 0x696C6F63; // iloc
    private static final int ITEM_REFERENCE = 0x69726566; // iref
    private static final int ITEM_DATA = 0x69646174; // idat

    private static final HeifPicture NONE = new HeifPicture(false, Optional.empty());

    static HeifPicture of(byte[] meta, long fileBytes) {
        var fields = new Fields(meta, 0, meta.length);
        fields.u32();
        return IsoBox.children(fields).map(boxes -> of(boxes, fileBytes)).orElse(NONE);
    }

    private static HeifPicture of(List<IsoBox> boxes, long fileBytes) {
        Optional<Long> primary = IsoBox.first(boxes, PRIMARY_ITEM).flatMap(HeifPicture::itemId);
        if (primary.isEmpty()) {
            return NONE;
        }
        long id = primary.get();
        Optional<Dimensions> dimensions =
                IsoBox.first(boxes, ITEM_PROPERTIES)
                        .flatMap(properties -> HeifProperties.dimensions(properties, id));
        return new HeifPicture(
                dimensions.isPresent() && isInside(boxes, id, fileBytes), dimensions);
    }

    private static boolean isInside(List<IsoBox> boxes, long id, long fileBytes) {
        long idatBytes = IsoBox.first(boxes, ITEM_DATA).map(Fields::remaining).orElse(0);
        Set<Long> inside =
                IsoBox.first(boxes, ITEM_LOCATION)
                        .map(iloc -> new HeifLocations(fileBytes, idatBytes).inside(iloc))
                        .orElse(Set.of());
        Optional<Set<Long>> tiles =
                IsoBox.first(boxes, ITEM_REFERENCE)
                        .map(iref -> HeifTiles.of(iref, id))
                        .orElse(Optional.of(Set.of()));
        return inside.contains(id) && tiles.filter(inside::containsAll).isPresent();
    }

    private static Optional<Long> itemId(Fields pitm) {
        int version = pitm.u8();
        pitm.number(3);
        long id = version == 0 ? pitm.u16() : pitm.u32();
        return pitm.overrun() ? Optional.empty() : Optional.of(id);
    }
}
