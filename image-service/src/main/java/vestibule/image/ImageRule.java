package vestibule.image;

import java.util.Locale;

/** Those of them that need no more than their name. */
enum ImageRule implements ImageRefusal {
    /** The key names a project that is not declared. */
    PROJECT_UNKNOWN,
    PROJECT_CLOSED,
    ADMIN_INVALID,
    /** Unknown, deleted, or of another project. */
    SUBMISSION_INVALID,
    NO_PICTURE,
    /** A picture of an ID without its kind. */
    ID_TYPE_MISSING,
    ID_TYPE_INVALID,
    /** The text of a picture is no Base64. */
    NOT_BASE64,
    /** A fault of ours in the documented call. */
    PROCESSING_FAILED,
    /** The slot that is asked for is empty. */
    PICTURE_MISSING,
    /** There is no such submission to delete. */
    NOTHING_TO_DELETE,
    MIGRATION_UNREADABLE,
    MIGRATION_INCOMPLETE,
    /** A fault of ours in a migration. */
    MIGRATION_FAILED;

    @Override
    public String reason() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
