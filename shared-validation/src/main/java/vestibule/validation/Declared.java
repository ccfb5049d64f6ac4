package vestibule.validation;

import java.util.Optional;

/** What the client claims about a document: a media type as sent, and a file name. */
public record Declared(Optional<String> mediaType, Optional<FileName> name) {

    public static final Declared NOTHING = new Declared(Optional.empty(), Optional.empty());

    /**
     * The claimed type in lower case and without parameters; empty when it says nothing: absent,
     * blank or one of the words clients send when they do not know.
     */
    public Optional<String> specificType(MediaTypeWords words) {
        return mediaType.map(MediaTypes::bare).filter(type -> !words.meanUnknown(type));
    }

    /** True when the claimed type or a known extension says something else than the bytes. */
    public boolean contradicts(ContentType found, MediaTypeWords words) {
        return specificType(words).filter(type -> !words.agree(type, found)).isPresent()
                || extension().filter(extension -> !Extensions.agree(extension, found)).isPresent();
    }

    /** The name to answer for the type found: the client's own spelling where several are usual. */
    public String spell(ContentType found) {
        return mediaType
                .map(MediaTypes::bare)
                .filter(type -> found == ContentType.BMP && MediaTypes.isBmp(type))
                .orElse(found.mime());
    }

    private Optional<String> extension() {
        return name.flatMap(FileName::extension);
    }
}
