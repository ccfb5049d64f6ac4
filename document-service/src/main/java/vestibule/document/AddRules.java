package vestibule.document;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import vestibule.intake.ContentConfig;
import vestibule.validation.Admission;
import vestibule.validation.DocumentRules;
import vestibule.validation.Limits;
import vestibule.validation.MediaTypeWords;
import vestibule.validation.NameRules;
import vestibule.validation.Refusal;

/** What is acceptable as a document: of each field the first broken rule, {@code file} first. */
@Startup
@Singleton
class AddRules {

    private static final NameRules NAMES = new NameRules(0, 255, true);

    private final DocumentRules documents;
    private final boolean awaiting;

    AddRules(DocumentConfig config, ContentConfig content) {
        require(
                config.maxFileBytes() < config.maxRequestBytes(),
                "max-file-bytes",
                "max-request-bytes");
        require(config.defaultLimit() <= config.maxLimit(), "default-limit", "max-limit");
        awaiting = config.fileReference() == DocumentConfig.FileReference.AWAIT;
        documents =
                new DocumentRules(
                        new Limits(
                                1, config.maxFileBytes(), content.maxPixels(), content.maxSide()),
                        MediaTypeWords.STANDARD.withAnyPicture());
    }

    private static void require(boolean fits, String lower, String upper) {
        if (!fits) {
            throw new IllegalStateException(
                    "vestibule.document.%s does not fit into vestibule.document.%s"
                            .formatted(lower, upper));
        }
    }

    /** Of a new document; nothing else is told of one that is too large, or malformed. */
    List<Refusal> judge(SentFields sent, List<SentFile> files, List<DocumentKind> kinds) {
        var type = typeId(sent.typeIds(), kinds);
        var admitted = kindOf(sent.typeIds(), kinds).map(List::of).orElse(kinds);
        return judge(sent, file(files, admitted, awaiting), type);
    }

    /** Of the bytes that were awaited, or of what came in place of them. */
    List<Refusal> judgeContent(SentFields sent, List<SentFile> files, DocumentKind kind) {
        return judge(sent, file(files, List.of(kind), false), Optional.empty());
    }

    private static List<Refusal> judge(
            SentFields sent, Optional<Refusal> file, Optional<Refusal> type) {
        if (sent.malformed()) {
            return List.of(new Refusal.BodyMalformed());
        }
        if (file.orElse(null) instanceof Refusal.TooLarge tooLarge) {
            return List.of(tooLarge);
        }
        var refusals = new ArrayList<Refusal>();
        file.ifPresent(refusals::add);
        type.ifPresent(refusals::add);
        if (refusals.isEmpty() && !sent.digestKept()) {
            refusals.add(new Refusal.DigestMismatch());
        }
        return List.copyOf(refusals);
    }

    /** The one type that was asked for; empty when it is refused. */
    static Optional<DocumentKind> kindOf(List<SentTypeId> sent, List<DocumentKind> kinds) {
        return typeId(sent, kinds).isPresent()
                ? Optional.empty()
                : kind(sent.getFirst().value().orElseThrow(), kinds);
    }

    static Optional<DocumentKind> kind(int id, List<DocumentKind> kinds) {
        return kinds.stream().filter(kind -> kind.id() == id).findFirst();
    }

    private static Optional<Refusal> typeId(List<SentTypeId> sent, List<DocumentKind> kinds) {
        if (sent.isEmpty()) {
            return Optional.of(new Refusal.FieldMissing(SentTypeId.NAME));
        }
        if (sent.stream().map(SentTypeId::name).distinct().count() < sent.size()) {
            return Optional.of(new Refusal.FieldRepeated(SentTypeId.NAME));
        }
        if (sent.stream().map(SentTypeId::value).anyMatch(OptionalInt::isEmpty)) {
            return Optional.of(DocumentRefusal.TYPE_NOT_INTEGER);
        }
        if (sent.stream().map(SentTypeId::value).distinct().count() > 1) {
            return Optional.of(DocumentRefusal.TYPES_DIFFER);
        }
        var id = sent.getFirst().value().orElseThrow();
        return kind(id, kinds).isPresent()
                ? Optional.empty()
                : Optional.of(new Refusal.FieldInvalid(SentTypeId.NAME, Integer.toString(id)));
    }

    private Optional<Refusal> file(
            List<SentFile> files, List<DocumentKind> kinds, boolean references) {
        return switch (files.size()) {
            case 0 -> Optional.of(new Refusal.FieldMissing("file"));
            case 1 -> file(files.getFirst(), kinds, references);
            default -> Optional.of(new Refusal.FieldRepeated("file"));
        };
    }

    private Optional<Refusal> file(SentFile file, List<DocumentKind> kinds, boolean references) {
        return switch (file) {
            case SentFile.Empty() -> Optional.of(new Refusal.FieldMissing("file"));
            case SentFile.OfWrongKind() -> Optional.of(DocumentRefusal.FILE_OF_WRONG_KIND);
            case SentFile.TooLarge() ->
                    Optional.of(new Refusal.TooLarge(documents.limits().maxBytes()));
            case SentFile.NotBase64() -> Optional.of(DocumentRefusal.BASE64_INVALID);
            case SentFile.Reference reference -> reference(reference, references);
            case SentFile.Content content -> content(content, DocumentKind.admission(kinds));
        };
    }

    private static Optional<Refusal> reference(SentFile.Reference reference, boolean accepted) {
        if (!accepted) {
            return Optional.of(DocumentRefusal.REFERENCE_NOT_ACCEPTED);
        }
        return reference.isSound()
                ? Optional.empty()
                : Optional.of(DocumentRefusal.REFERENCE_INVALID);
    }

    private Optional<Refusal> content(SentFile.Content content, Admission admission) {
        var document = content.document();
        Stream<Refusal> broken =
                Stream.concat(
                        documents
                                .judge(
                                        content.declared(),
                                        document.size(),
                                        document.facts(),
                                        admission)
                                .stream(),
                        content.declared().name().stream()
                                .flatMap(name -> NAMES.judge(name).stream()));
        return broken.findFirst();
    }
}
