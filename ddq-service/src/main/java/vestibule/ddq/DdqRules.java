package vestibule.ddq;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import vestibule.validation.Refusal;

/**
 * What is acceptable as {@code POST /v1/enterprise/ddq/upload} of a known user: the first violation
 * of a form that was read to its end, in the contract's order.
 */
@Startup
@Singleton
class DdqRules {

    private final FileRules each;
    private final boolean strict;

    DdqRules(DdqConfig config, FileRules each) {
        if (config.maxFileBytes() >= config.maxRequestBytes()) {
            throw new IllegalStateException(
                    "vestibule.ddq.max-file-bytes does not fit into"
                            + " vestibule.ddq.max-request-bytes");
        }
        this.each = each;
        this.strict = config.ddqId() == DdqConfig.DdqIds.STRICT;
    }

    /**
     * @param matched whether the user has an outstanding request that the form names
     */
    Optional<Refusal> judge(DdqForm form, boolean matched) {
        var files = form.files();
        return missing(form)
                .or(() -> twins(files))
                .or(() -> form.fileTypes().flatMap(types -> judge(files, types)))
                .or(() -> ddqId(form, matched));
    }

    private static Optional<Refusal> missing(DdqForm form) {
        if (form.files().isEmpty()) {
            return Optional.of(new Refusal.FieldMissing("files"));
        }
        if (form.stray().isPresent()) {
            return form.stray().map(name -> new DdqRefusal.FileNameInvalid(name.value()));
        }
        return form.fileTypes().isPresent()
                ? Optional.empty()
                : Optional.of(new DdqRefusal.FileTypesInvalid());
    }

    private static Optional<Refusal> twins(List<SentFile> files) {
        return files.stream()
                .filter(file -> files.stream().filter(file::sharesNameWith).count() > 1)
                .findFirst()
                .map(twin -> new DdqRefusal.FileNameInvalid(twin.name()));
    }

    private Optional<Refusal> judge(List<SentFile> files, FileTypes types) {
        return types.firstWithoutFile(files)
                .<Refusal>map(DdqRefusal.FileNameInvalid::new)
                .or(
                        () ->
                                files.stream()
                                        .flatMap(file -> each.judge(file, types).stream())
                                        .findFirst());
    }

    private Optional<Refusal> ddqId(DdqForm form, boolean matched) {
        var sent = form.ddqIds();
        // Of two different ones nobody knows which was meant.
        return sent.stream()
                .filter(
                        id ->
                                sent.size() > 1
                                        || ShortText.from(id).isEmpty()
                                        || (strict && !matched))
                .findFirst()
                .map(DdqRefusal.DdqIdInvalid::new);
    }
}
