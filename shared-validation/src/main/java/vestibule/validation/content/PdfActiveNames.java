package vestibule.validation.content;

import java.util.Optional;

/** Looks for the names of active content in plain text. */
record PdfActiveNames(byte[] bytes) {

    boolean occur(int from, int end) {
        int slash = ByteSearch.indexOf(bytes, (byte) '/', from, end);
        while (slash >= 0) {
            Optional<PdfName.Found> found = PdfName.at(bytes, slash, end);
            if (found.isPresent() && isActive(found.get(), end)) {
                return true;
            }
            slash = ByteSearch.indexOf(bytes, (byte) '/', slash + 1, end);
        }
        return false;
    }

    /**
     * The two letters of {@code /JS} come up in picture data by chance; as a key they stand before
     * a string or a reference.
     */
    boolean isActive(PdfName.Found found, int end) {
        if (found.name() != PdfName.JS) {
            return found.name().active();
        }
        int value = PdfNumbers.skipSpace(bytes, found.end(), end);
        return value < end
                && (bytes[value] == '('
                        || bytes[value] == '<'
                        || (bytes[value] >= '0' && bytes[value] <= '9'));
    }
}
