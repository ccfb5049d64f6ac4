package vestibule.intake.event;

/**
 * What a document is said to be.
 *
 * @param vendorType the vendor's own word: purpose, slot, context, type name
 */
public record Classification(Category category, DocumentType type, Side side, String vendorType) {}
