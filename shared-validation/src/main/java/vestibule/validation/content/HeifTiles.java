package vestibule.validation.content;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The items that a derived picture is made of ({@code iref} with {@code dimg}). */
final class HeifTiles {

    private static final int DERIVED_FROM = 0x64696D67; // dimg

    private HeifTiles() {}

    /** Empty when the references are damaged. */
    static Optional<Set<Long>> of(Fields iref, long id) {
        int idBytes = iref.u8() == 0 ? 2 : 4;
        iref.number(3);
        return IsoBox.children(iref).flatMap(references -> of(references, id, idBytes));
    }

    private static Optional<Set<Long>> of(List<IsoBox> references, long id, int idBytes) {
        var tiles = new HashSet<Long>();
        for (IsoBox reference : references) {
            Fields body = reference.body();
            if (reference.type() == DERIVED_FROM && body.number(idBytes) == id) {
                int count = body.u16();
                for (int i = 0; i < count && !body.overrun(); i++) {
                    tiles.add(body.number(idBytes));
                }
            }
            if (body.overrun()) {
                return Optional.empty();
            }
        }
        return Optional.of(Set.copyOf(tiles));
    }
}
