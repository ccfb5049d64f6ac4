package vestibule.file;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vestibule.intake.ContentConfig;
import vestibule.intake.http.DigestHeader;
import vestibule.validation.DocumentRules;
import vestibule.validation.Limits;
import vestibule.validation.MediaTypeWords;
import vestibule.validation.NameRules;
import vestibule.validation.Refusal;

/**
 * What is acceptable as {@code POST /v1/files}: all violations of a form, in the contract's order.
 */
@Startup
@Singleton
class FileRules {

    private static final NameRules NAMES = new NameRules(3, 255, false);

    private final DocumentRules documents;
    private final long maxFileBytes;

    FileRules(FileConfig config, ContentConfig content) {
        require(config.minFileBytes() <= config.maxFileBytes(), "min-file-bytes", "max-file-bytes");
        require(
                config.maxFileBytes() < config.maxRequestBytes(),
                "max-file-bytes",
                "max-request-bytes");
        maxFileBytes = config.maxFileBytes();
        documents =
                new DocumentRules(
                        new Limits(
                                config.minFileBytes(),
                                maxFileBytes,
                                content.maxPixels(),
                                content.maxSide()),
                        MediaTypeWords.STANDARD);
    }

    private static void require(boolean fits, String lower, String upper) {
        if (!fits) {
            throw new IllegalStateException(
                    "vestibule.file.%s does not fit into vestibule.file.%s"
                            .formatted(lower, upper));
        }
    }

    List<Refusal> judge(FileForm form) {
        if (form.encoded()) {
            return List.of(new Refusal.BodyMalformed());
        }
        var refusals = new ArrayList<Refusal>(purpose(form));
        if (form.files() > 1) {
            refusals.add(new Refusal.FieldRepeated("file"));
        }
        form.fileName().map(NAMES::judge).ifPresent(refusals::addAll);
        if (form.tooLarge()) {
            refusals.add(new Refusal.TooLarge(maxFileBytes));
            return refusals;
        }
        if (form.files() > 1) {
            // Which of them was meant cannot be told, so none is judged by its content.
            return refusals;
        }
        form.sent()
                .ifPresentOrElse(
                        sent -> refusals.addAll(document(form, sent)),
                        () -> refusals.add(new Refusal.FieldMissing("file")));
        return refusals;
    }

    /** The one purpose of a form; empty when its purpose is refused. */
    static Optional<Purpose> purposeOf(FileForm form) {
        return form.purposes().size() == 1
                ? Purpose.from(form.purposes().getFirst())
                : Optional.empty();
    }

    private static List<Refusal> purpose(FileForm form) {
        return switch (form.purposes().size()) {
            // A form that was not read to its end may still have had one.
            case 0 -> form.tooLarge() ? List.of() : List.of(new Refusal.FieldMissing("purpose"));
            case 1 ->
                    purposeOf(form).isPresent()
                            ? List.of()
                            : List.of(
                                    new Refusal.FieldInvalid(
                                            "purpose", form.purposes().getFirst()));
            default -> List.of(new Refusal.FieldRepeated("purpose"));
        };
    }

    private List<Refusal> document(FileForm form, SentFile sent) {
        var admission = purposeOf(form).map(Purpose::admission).orElseGet(Purpose::undecided);
        var document = sent.document();
        var refusals =
                new ArrayList<Refusal>(
                        documents.judge(
                                sent.declared(), document.size(), document.facts(), admission));
        if (!DigestHeader.of(sent.header()).matches(document.digest())) {
            refusals.add(new Refusal.DigestMismatch());
        }
        return refusals;
    }
}
