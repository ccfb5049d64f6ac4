package vestibule.media;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import vestibule.intake.event.Category;
import vestibule.intake.event.Classification;
import vestibule.intake.event.DocumentType;
import vestibule.intake.event.Side;

/**
 * What a picture was taken of, in the vendor's words, and what consumers are told. The vendor does
 * not say which identity document it is. A face cut from a document, read from its chip or kept by
 * a registry is there to be compared with the person, as a selfie is.
 */
enum MediaContext {
    ADDRESS_FRONT(Category.ADDRESS, DocumentType.PROOF_OF_ADDRESS, Side.FRONT),
    DOCUMENT_AND_FACE(Category.SELFIE, DocumentType.SELFIE, Side.NONE),
    DOCUMENT_AND_FACE_PRE(Category.SELFIE, DocumentType.SELFIE, Side.NONE),
    DOCUMENT_BACK(Category.IDENTITY, DocumentType.UNSPECIFIED, Side.BACK),
    DOCUMENT_BACK_BARCODE(Category.IDENTITY, DocumentType.UNSPECIFIED, Side.BACK),
    DOCUMENT_BACK_BARCODE_PRE(Category.IDENTITY, DocumentType.UNSPECIFIED, Side.BACK),
    DOCUMENT_BACK_PRE(Category.IDENTITY, DocumentType.UNSPECIFIED, Side.BACK),
    DOCUMENT_BACK_QRCODE(Category.IDENTITY, DocumentType.UNSPECIFIED, Side.BACK),
    DOCUMENT_BACK_QRCODE_PRE(Category.IDENTITY, DocumentType.UNSPECIFIED, Side.BACK),
    DOCUMENT_FRONT(Category.IDENTITY, DocumentType.UNSPECIFIED, Side.FRONT),
    /** A part of the document's front, not of the person. */
    DOCUMENT_FRONT_FACE_CROPPED(Category.IDENTITY, DocumentType.UNSPECIFIED, Side.FRONT),
    DOCUMENT_FRONT_PRE(Category.IDENTITY, DocumentType.UNSPECIFIED, Side.FRONT),
    DOCUMENT_FRONT_QRCODE(Category.IDENTITY, DocumentType.UNSPECIFIED, Side.FRONT),
    DOCUMENT_FRONT_QRCODE_PRE(Category.IDENTITY, DocumentType.UNSPECIFIED, Side.FRONT),
    FACE(Category.SELFIE, DocumentType.SELFIE, Side.NONE),
    FACE_CROPPED(Category.SELFIE, DocumentType.SELFIE, Side.NONE),
    FACE_NFC(Category.SELFIE, DocumentType.SELFIE, Side.NONE),
    FACE_PRE(Category.SELFIE, DocumentType.SELFIE, Side.NONE),
    FACE_REFERENCE(Category.SELFIE, DocumentType.SELFIE, Side.NONE),
    /** Not taken by the person, but of the person. */
    REGISTRY_FACE(Category.SELFIE, DocumentType.UNSPECIFIED, Side.NONE);

    /** The longest word has fewer; more of a context need not be kept. */
    static final int MAX_BYTES = 64;

    private final Category category;
    private final DocumentType type;
    private final Side side;

    MediaContext(Category category, DocumentType type, Side side) {
        this.category = category;
        this.type = type;
        this.side = side;
    }

    /** Exactly as documented. */
    static Optional<MediaContext> from(String word) {
        return Arrays.stream(values()).filter(context -> context.word().equals(word)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Classification classification() {
        return new Classification(category, type, side, word());
    }
}
