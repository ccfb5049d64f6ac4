package vestibule.file;

import static vestibule.validation.ContentType.Family.VIDEO;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vestibule.intake.event.Category;
import vestibule.intake.event.Classification;
import vestibule.intake.event.DocumentType;
import vestibule.intake.event.Side;
import vestibule.validation.Admission;
import vestibule.validation.ContentType;

/** What a file is meant for, which types are permitted for it, and what consumers are told. */
enum Purpose {
    VERIFICATION_REPORT(Types.REPORT, Category.REPORT, DocumentType.VERIFICATION_REPORT, Side.NONE),
    IDCARD_BOTH_SIDES(Types.DOCUMENT, Category.IDENTITY, DocumentType.IDENTITY_CARD, Side.BOTH),
    IDCARD_FRONT(Types.DOCUMENT, Category.IDENTITY, DocumentType.IDENTITY_CARD, Side.FRONT),
    IDCARD_BACK(Types.DOCUMENT, Category.IDENTITY, DocumentType.IDENTITY_CARD, Side.BACK),
    PAPER_ID(Types.DOCUMENT, Category.IDENTITY, DocumentType.PAPER_ID, Side.NONE),
    PASSPORT(Types.DOCUMENT, Category.IDENTITY, DocumentType.PASSPORT, Side.NONE),
    DRIVING_LICENCE(Types.DOCUMENT, Category.IDENTITY, DocumentType.DRIVING_LICENCE, Side.NONE),
    RESIDENCE_PERMIT(Types.DOCUMENT, Category.IDENTITY, DocumentType.RESIDENCE_PERMIT, Side.NONE),
    SELFIE_VIDEO(Types.VIDEOS, Category.SELFIE, DocumentType.SELFIE_VIDEO, Side.NONE),
    PROOF_OF_ADDRESS(Types.DOCUMENT, Category.ADDRESS, DocumentType.PROOF_OF_ADDRESS, Side.NONE),
    OTHER(Types.ANY, Category.OTHER, DocumentType.UNSPECIFIED, Side.NONE);

    /** The longest value that can be one of these; more of a purpose need not be kept. */
    static final int MAX_BYTES = 64;

    private final Set<ContentType> types;
    private final Category category;
    private final DocumentType type;
    private final Side side;

    Purpose(Set<ContentType> types, Category category, DocumentType type, Side side) {
        this.types = types;
        this.category = category;
        this.type = type;
        this.side = side;
    }

    /** Exactly as documented: lower case, nothing trimmed. */
    static Optional<Purpose> from(String word) {
        return Arrays.stream(values()).filter(purpose -> purpose.word().equals(word)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Admission admission() {
        return Admission.only(types, word());
    }

    /** For a file whose purpose was not said properly. */
    static Admission undecided() {
        return Admission.undecided(
                Arrays.stream(values())
                        .flatMap(purpose -> purpose.types.stream())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    Classification classification() {
        return new Classification(category, type, side, word());
    }

    private static final class Types {
        static final Set<ContentType> REPORT = EnumSet.of(ContentType.PDF, ContentType.JSON);
        static final Set<ContentType> DOCUMENT =
                EnumSet.of(
                        ContentType.BMP,
                        ContentType.JPEG,
                        ContentType.PNG,
                        ContentType.HEIC,
                        ContentType.HEIF,
                        ContentType.PDF);
        static final Set<ContentType> VIDEOS = videos();
        static final Set<ContentType> ANY = any();

        private static Set<ContentType> videos() {
            var videos = EnumSet.allOf(ContentType.class);
            videos.removeIf(type -> type.family() != VIDEO);
            return videos;
        }

        private static Set<ContentType> any() {
            var any = EnumSet.of(ContentType.HEIF_SEQUENCE);
            any.addAll(DOCUMENT);
            any.addAll(VIDEOS);
            return any;
        }
    }
}
