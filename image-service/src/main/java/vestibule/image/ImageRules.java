package vestibule.image;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vestibule.intake.ContentConfig;
import vestibule.intake.ReceivedDocument;
import vestibule.validation.Admission;
import vestibule.validation.ContentType;
import vestibule.validation.Declared;
import vestibule.validation.DocumentRules;
import vestibule.validation.Limits;
import vestibule.validation.MediaTypeWords;
import vestibule.validation.Refusal;

/** What is acceptable as {@code PUT /Image}, in the contract's order. */
@Startup
@Singleton
class ImageRules {

    /** A field is this many tenths of the largest picture, for its Base64 and line breaks. */
    private static final int FIELD_TENTHS = 14;

    private static final MediaTypeWords RAW = MediaTypeWords.STANDARD.withAnyPicture();
    private static final MediaTypeWords TEXT = RAW.withUnknown("text/plain");

    private final Limits limits;

    ImageRules(ImageConfig config, ContentConfig content) {
        require(
                config.maxFieldBytes() >= config.maxImageBytes() * FIELD_TENTHS / 10,
                "max-image-bytes",
                "max-field-bytes");
        require(
                config.maxFieldBytes() < config.maxRequestBytes(),
                "max-field-bytes",
                "max-request-bytes");
        limits = new Limits(1, config.maxImageBytes(), content.maxPixels(), content.maxSide());
    }

    private static void require(boolean fits, String lower, String upper) {
        if (!fits) {
            throw new IllegalStateException(
                    "vestibule.image.%s does not fit into vestibule.image.%s"
                            .formatted(lower, upper));
        }
    }

    /** What must be there before the project is looked at. */
    Optional<Refusal> incomplete(ImageForm form) {
        if (form.submissions().size() > 1) {
            return Optional.of(new Refusal.FieldRepeated(ImageForm.SUBMISSION));
        }
        if (form.submissions().isEmpty()) {
            return Optional.of(new Refusal.FieldMissing(ImageForm.SUBMISSION));
        }
        return form.text(ImageForm.ADMIN).filter(admin -> !admin.isEmpty()).isPresent()
                ? Optional.empty()
                : Optional.of(new Refusal.FieldMissing(ImageForm.ADMIN));
    }

    /** What is wrong with the pictures and what is said of them. */
    List<Refusal> judge(ImageForm form) {
        if (form.pictures().isEmpty()) {
            return List.of(ImageRule.NO_PICTURE);
        }
        var refusals = new ArrayList<Refusal>();
        idType(form).ifPresent(refusals::add);
        form.pictures().values().forEach(picture -> refusals.addAll(judge(picture)));
        if (!form.promisesKept()) {
            refusals.add(new Refusal.DigestMismatch());
        }
        return refusals;
    }

    private static Optional<Refusal> idType(ImageForm form) {
        var sent = form.text(ImageForm.ID_TYPE);
        var needed = form.pictures().keySet().stream().anyMatch(Slot::showsId);
        if (sent.isEmpty()) {
            return needed ? Optional.of(ImageRule.ID_TYPE_MISSING) : Optional.empty();
        }
        var ignored = sent.get().isEmpty() && !needed;
        return ignored || sent.flatMap(IdType::from).isPresent()
                ? Optional.empty()
                : Optional.of(ImageRule.ID_TYPE_INVALID);
    }

    private List<? extends Refusal> judge(Picture picture) {
        return switch (picture) {
            case Picture.Blank() -> List.of();
            case Picture.Undecodable() -> List.of(ImageRule.NOT_BASE64);
            case Picture.TooLarge() -> List.of(new Refusal.TooLarge(limits.maxBytes()));
            case Picture.Raw(var declared, var document) -> judge(declared, document, RAW);
            case Picture.Decoded(var declared, var document) -> judge(declared, document, TEXT);
        };
    }

    private List<Refusal.OfDocument> judge(
            Declared declared, ReceivedDocument document, MediaTypeWords words) {
        var pictures = Admission.only(Set.of(ContentType.JPEG, ContentType.PNG), "picture");
        return new DocumentRules(limits, words)
                .judge(declared, document.size(), document.facts(), pictures);
    }
}
