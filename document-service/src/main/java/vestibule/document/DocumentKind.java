package vestibule.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vestibule.intake.access.BrokenAccess;
import vestibule.intake.event.Category;
import vestibule.intake.event.Classification;
import vestibule.intake.event.DocumentType;
import vestibule.intake.event.Side;
import vestibule.validation.Admission;
import vestibule.validation.ContentType;

/**
 * A document type as it is configured: what clients call it by number, and which content it takes.
 *
 * @param name the vendor's word; those of the usual types have a meaning for consumers of events
 */
record DocumentKind(
        int id,
        String name,
        String caption,
        Group group,
        @JsonProperty("media-types") List<String> mediaTypes) {

    private static final int LONGEST_WORD = 255;

    private static final Set<ContentType> POSSIBLE =
            EnumSet.of(
                    ContentType.JPEG,
                    ContentType.PNG,
                    ContentType.HEIC,
                    ContentType.HEIF,
                    ContentType.PDF,
                    ContentType.WEBP);

    private static final List<String> USUAL_CONTENT =
            List.of("image/jpeg", "image/png", "image/heic", "image/heif", "application/pdf");

    private static final Group IDENTITY = new Group(1, "Proof of identity");
    private static final Group ADDRESS = new Group(2, "Proof of address");

    /** The types of a client that has none of its own. */
    static final List<DocumentKind> USUAL =
            List.of(
                    new DocumentKind(1, "passport", "Passport", IDENTITY, USUAL_CONTENT),
                    new DocumentKind(2, "id_card", "ID card", IDENTITY, USUAL_CONTENT),
                    new DocumentKind(
                            3, "driver_license", "Driver license", IDENTITY, USUAL_CONTENT),
                    new DocumentKind(4, "utility_bill", "Utility bill", ADDRESS, USUAL_CONTENT),
                    new DocumentKind(
                            5, "bank_statement", "Bank statement", ADDRESS, USUAL_CONTENT));

    private record Meaning(Category category, DocumentType type) {}

    private static final Meaning UNKNOWN = new Meaning(Category.OTHER, DocumentType.UNSPECIFIED);

    private static final Map<String, Meaning> MEANINGS =
            Map.of(
                    "passport", new Meaning(Category.IDENTITY, DocumentType.PASSPORT),
                    "id_card", new Meaning(Category.IDENTITY, DocumentType.IDENTITY_CARD),
                    "driver_license", new Meaning(Category.IDENTITY, DocumentType.DRIVING_LICENCE),
                    "utility_bill", new Meaning(Category.ADDRESS, DocumentType.PROOF_OF_ADDRESS),
                    "bank_statement", new Meaning(Category.ADDRESS, DocumentType.PROOF_OF_ADDRESS));

    /** Under which heading a type is shown. */
    record Group(int id, String caption) {

        Group {
            BrokenAccess.unless(id > 0, "id must be above 0");
            BrokenAccess.unless(isWord(caption), "needs a caption of 1 to 255 characters");
        }
    }

    DocumentKind {
        BrokenAccess.unless(id > 0, "id must be above 0");
        BrokenAccess.unless(isWord(name), "needs a name of 1 to 255 characters");
        BrokenAccess.unless(isWord(caption), "needs a caption of 1 to 255 characters");
        BrokenAccess.unless(group != null, "needs a group");
        BrokenAccess.unless(
                mediaTypes != null && !mediaTypes.isEmpty(), "needs at least one of media-types");
        mediaTypes = List.copyOf(new LinkedHashSet<>(mediaTypes));
        BrokenAccess.unless(
                mediaTypes.stream().allMatch(type -> content(type).isPresent()),
                "media-types may name image/jpeg, image/png, image/heic, image/heif,"
                        + " application/pdf and image/webp");
    }

    private static boolean isWord(String text) {
        return text != null && !text.isBlank() && text.length() <= LONGEST_WORD;
    }

    private static Optional<ContentType> content(String mediaType) {
        return POSSIBLE.stream().filter(type -> type.mime().equals(mediaType)).findFirst();
    }

    /** What consumers are told; a name of the operator's own says nothing to them. */
    Classification classification() {
        var meaning = MEANINGS.getOrDefault(name, UNKNOWN);
        return new Classification(meaning.category(), meaning.type(), Side.NONE, name);
    }

    /** Which content may enter as one of these; clients are told the list. */
    static Admission admission(List<DocumentKind> kinds) {
        var accepted = kinds.stream().flatMap(kind -> kind.mediaTypes().stream()).distinct();
        var words = accepted.toList();
        var types =
                words.stream()
                        .flatMap(word -> content(word).stream())
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(ContentType.class)));
        return Admission.only(types, String.join(", ", words));
    }
}
