package vestibule.media;

import java.util.Locale;
import vestibule.validation.Refusal;

/** What this vendor alone refuses, with the codes and texts of its table. */
enum MediaRefusal implements Refusal.OfVendor {
    KEY_MISSING(
            401,
            "1101",
            "Mandatory X-AUTH-CLIENT header containing the API key is missing from the request."),
    KEY_NOT_A_UUID(401, "1802", "API key is not a valid UUID"),
    KEY_UNKNOWN(401, "1803", "Integration with the API key was not found"),
    KEY_SWITCHED_OFF(401, "1804", "Integration with the API key is not active"),
    SIGNATURE_MISSING(401, "1815", "Could not authenticate request."),
    SIGNATURE_MALFORMED(401, "1812", "Signature is not a valid SHA256 hash"),
    SIGNATURE_OF_BODY_WRONG(
            401,
            "1819",
            "Signature does not match the HMAC-SHA256 of request body and integration API secret"),
    SIGNATURE_OF_ID_WRONG(
            401,
            "1818",
            "Signature does not match the HMAC-SHA256 of query ID and integration API secret"),
    ID_INVALID(400, "1002", "Query ID must be a valid UUID V4"),
    PARAMETER_MISSING(400, "1102", "Mandatory parameters are missing from the request."),
    PARAMETER_INVALID(400, "1104", "Request includes invalid parameters."),
    TIMESTAMP_INVALID(
            400,
            "1202",
            "Timestamp format is incorrect. YYYY-MM-DDTHH:MM:S+Timezone Offset|Z or UTC."),
    CALLBACK_NOT_HTTPS(400, "1302", "Only HTTPS return URLs are allowed."),
    STATUS_UNKNOWN(400, "1303", "Invalid status."),
    STATUS_CONFLICTS(409, "1303", "Invalid status."),
    SUBMIT_IMPOSSIBLE(400, "1304", "Cannot transition to \"submitted\" status."),
    CANCEL_IMPOSSIBLE(400, "1304", "Cannot transition to \"canceled\" status."),
    NOT_COMPLETED(400, "1305", "Session is not in a completed status."),
    CONTENT_MISSING(400, "1400", "Image data not found."),
    CONTENT_NOT_BASE64(400, "1401", "Image is not in valid base64."),
    CONTEXT_UNSUPPORTED(400, "1402", "Image context is not supported."),
    IMAGE_MISSING(400, "1403", "Image property is missing."),
    VENDOR_DATA_TOO_LONG(400, "1500", "vendorData cannot be more than 1000 symbols"),
    VENDOR_DATA_NOT_TEXT(400, "1501", "vendorData must be a string"),
    TOO_MANY_DELETES(429, "1101", "Too many requests");

    private final int status;
    private final String code;
    private final String message;

    MediaRefusal(int status, String code, String message) {
        this.status = status;
        this.code = code;
        this.message = message;
    }

    int status() {
        return status;
    }

    String message() {
        return message;
    }

    Problem problem() {
        // The one answer whose status is a number in the vendor's documentation.
        return this == NOT_COMPLETED
                ? new Problem(status, code, message)
                : Problem.of(code, message);
    }

    @Override
    public String reason() {
        return name().toLowerCase(Locale.ROOT);
    }
}
