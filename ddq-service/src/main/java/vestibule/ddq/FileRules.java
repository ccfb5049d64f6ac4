package vestibule.ddq;

import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vestibule.intake.ContentConfig;
import vestibule.intake.http.DigestHeader;
import vestibule.validation.ContentType;
import vestibule.validation.Declared;
import vestibule.validation.Facts;
import vestibule.validation.MediaTypeWords;
import vestibule.validation.NameRules;
import vestibule.validation.Refusal;

/** What is acceptable as one file of a form: its first violation, in the contract's order. */
@Singleton
class FileRules {

    private static final NameRules NAMES = new NameRules(1, 255, true);
    private static final Set<String> EXTENSIONS = Set.of("jpg", "jpeg", "png", "pdf");
    private static final Set<ContentType> TAKEN =
            EnumSet.of(ContentType.JPEG, ContentType.PNG, ContentType.PDF);

    /** What is told to be of another type; everything else is just bytes. */
    private static final Set<ContentType> TOLD =
            EnumSet.of(
                    ContentType.GIF,
                    ContentType.WEBP,
                    ContentType.BMP,
                    ContentType.TIFF,
                    ContentType.HEIC,
                    ContentType.HEIF,
                    ContentType.AVIF,
                    ContentType.SVG,
                    ContentType.HTML,
                    ContentType.XML,
                    ContentType.PHP,
                    ContentType.JSON,
                    ContentType.ZIP,
                    ContentType.POSTSCRIPT,
                    ContentType.DOS_EXECUTABLE,
                    ContentType.ELF,
                    ContentType.MP4,
                    ContentType.QUICKTIME,
                    ContentType.WEBM);

    private final ContentConfig content;

    FileRules(ContentConfig content) {
        this.content = content;
    }

    Optional<Refusal> judge(SentFile file, FileTypes types) {
        return name(file)
                .or(() -> documentType(file, types))
                .or(() -> mediaType(file))
                .or(() -> dimensions(file))
                .or(() -> digest(file));
    }

    private static Optional<Refusal> name(SentFile file) {
        var extension = file.fileName().extension();
        if (extension.isEmpty() || !NAMES.judge(file.fileName()).isEmpty()) {
            return Optional.of(new DdqRefusal.FileNameInvalid(file.name()));
        }
        return extension
                .filter(sent -> !EXTENSIONS.contains(sent.toLowerCase(Locale.ROOT)))
                .map(sent -> new DdqRefusal.ExtensionNotAllowed(sent, file.name()));
    }

    private static Optional<Refusal> documentType(SentFile file, FileTypes types) {
        var word = types.wordOf(file);
        return word.isEmpty()
                ? Optional.of(new DdqRefusal.FileNameInvalid(file.name()))
                : word.filter(sent -> DocumentKind.from(sent).isEmpty())
                        .map(DdqRefusal.DocumentTypeInvalid::new);
    }

    private static Optional<Refusal> mediaType(SentFile file) {
        var facts = file.document().facts();
        return foreign(file.declared())
                .or(() -> unwelcome(facts))
                .or(() -> contradicted(file.declared(), facts.type()))
                .map(type -> new DdqRefusal.MediaTypeNotAllowed(type, file.name()));
    }

    /** What is declared, if it is something and none of the three. */
    private static Optional<String> foreign(Declared declared) {
        var type = new Declared(declared.mediaType(), Optional.empty());
        return type.specificType(MediaTypeWords.STANDARD)
                .filter(
                        sent ->
                                TAKEN.stream()
                                        .allMatch(
                                                taken ->
                                                        type.contradicts(
                                                                taken, MediaTypeWords.STANDARD)));
    }

    private static Optional<String> unwelcome(Facts facts) {
        if (TAKEN.contains(facts.type()) && facts.sound()) {
            return Optional.empty();
        }
        var told = TOLD.contains(facts.type()) ? facts.type() : ContentType.UNKNOWN;
        return Optional.of(told.mime());
    }

    private static Optional<String> contradicted(Declared declared, ContentType found) {
        return declared.contradicts(found, MediaTypeWords.STANDARD)
                ? Optional.of(found.mime())
                : Optional.empty();
    }

    private Optional<Refusal> dimensions(SentFile file) {
        return file.document()
                .facts()
                .dimensions()
                .filter(found -> !found.within(content.maxPixels(), content.maxSide()))
                .map(found -> new DdqRefusal.DimensionsTooLarge(file.name()));
    }

    private static Optional<Refusal> digest(SentFile file) {
        return DigestHeader.of(file.header()).matches(file.document().digest())
                ? Optional.empty()
                : Optional.of(new DdqRefusal.FileDigestMismatch(file.name()));
    }
}
