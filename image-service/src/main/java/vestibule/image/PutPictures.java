package vestibule.image;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import vestibule.intake.ReceivedDocument;

/** What one accepted call puts into a submission: a picture per slot that it speaks of. */
record PutPictures(
        String submission, Optional<IdType> idType, Map<Slot, ReceivedDocument> pictures) {

    PutPictures {
        pictures = Collections.unmodifiableMap(new EnumMap<>(pictures));
    }

    /** Of a form that nothing was found wrong with. */
    static PutPictures of(ImageForm form) {
        var pictures = new EnumMap<Slot, ReceivedDocument>(Slot.class);
        form.pictures().forEach((slot, picture) -> pictures.put(slot, document(picture)));
        return new PutPictures(
                form.submissions().iterator().next(),
                form.text(ImageForm.ID_TYPE).flatMap(IdType::from),
                pictures);
    }

    private static ReceivedDocument document(Picture picture) {
        return switch (picture) {
            case Picture.Raw(var _, var document) -> document;
            case Picture.Decoded(var _, var document) -> document;
            case Picture.Blank(), Picture.Undecodable(), Picture.TooLarge() ->
                    throw new IllegalStateException("such a picture is never accepted");
        };
    }
}
