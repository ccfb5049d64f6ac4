package vestibule.intake.event;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import vestibule.validation.Dimensions;

/** What the bytes say; a fact that was not determined is empty, in JSON {@code null}. */
public record Facts(
        OptionalLong widthPx,
        OptionalLong heightPx,
        OptionalInt pages,
        Optional<Boolean> encrypted,
        Optional<Boolean> activeContent,
        Scan scan) {

    /** The part of the validation's findings that events tell. */
    public static Facts of(vestibule.validation.Facts found, Scan scan) {
        return new Facts(
                found.dimensions().stream().mapToLong(Dimensions::width).findFirst(),
                found.dimensions().stream().mapToLong(Dimensions::height).findFirst(),
                OptionalInt.empty(),
                found.encrypted(),
                found.activeContent(),
                scan);
    }
}
