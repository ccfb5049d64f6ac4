package vestibule.ddq;

import vestibule.validation.Refusal;

/** What sFOX alone refuses, and what it refuses with the name of the file at fault. */
sealed interface DdqRefusal extends Refusal.OfVendor {

    /** One word for log and metrics: the type's own name. */
    @Override
    default String reason() {
        return getClass().getSimpleName();
    }

    /** Missing, sent twice, malformed, unknown, foreign or deleted: deliberately one value. */
    record UserUnknown() implements DdqRefusal {}

    record UserExists() implements DdqRefusal {}

    /** The body of a companion is no JSON object. */
    record JsonInvalid() implements DdqRefusal {}

    record TooManyFiles(int max) implements DdqRefusal {}

    record FileTooLarge(String file, long maxBytes) implements DdqRefusal {}

    /** The field {@code file_types} is missing, there twice, too large or no JSON object. */
    record FileTypesInvalid() implements DdqRefusal {}

    /** A name that no file may have, that two files have, or that is not on both sides. */
    record FileNameInvalid(String name) implements DdqRefusal {}

    record ExtensionNotAllowed(String extension, String file) implements DdqRefusal {}

    record DocumentTypeInvalid(String word) implements DdqRefusal {}

    record MediaTypeNotAllowed(String type, String file) implements DdqRefusal {}

    record DimensionsTooLarge(String file) implements DdqRefusal {}

    record FileDigestMismatch(String file) implements DdqRefusal {}

    record FileInfected(String file) implements DdqRefusal {}

    record DdqIdInvalid(String id) implements DdqRefusal {}
}
