package vestibule.image;

import java.util.Optional;
import java.util.stream.Stream;
import vestibule.intake.body.PartHeader;
import vestibule.intake.http.DigestHeader;
import vestibule.validation.FileName;

/**
 * What stands before the bytes of a field.
 *
 * @param fileName empty for a text, as every member of a JSON object is
 * @param declaredType the {@code Content-Type} of a part
 * @param promised of the bytes as they are sent
 */
record SentField(
        String name,
        Optional<FileName> fileName,
        Optional<String> declaredType,
        DigestHeader promised) {

    static SentField member(String name) {
        return new SentField(name, Optional.empty(), Optional.empty(), promise(Stream.empty()));
    }

    static SentField part(PartHeader header) {
        return new SentField(
                header.name(),
                header.fileName().flatMap(FileName::from),
                header.header("content-type"),
                promise(Stream.of("content-digest", "repr-digest").map(header::header)));
    }

    private static DigestHeader promise(Stream<Optional<String>> headers) {
        return DigestHeader.read(headers.flatMap(Optional::stream).toList());
    }
}
