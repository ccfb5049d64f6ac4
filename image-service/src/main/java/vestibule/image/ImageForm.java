package vestibule.image;

import java.security.MessageDigest;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vestibule.intake.IncomingDocument;
import vestibule.intake.body.ByteSink;
import vestibule.intake.body.Hash;
import vestibule.intake.body.TextField;
import vestibule.validation.Refusal;

/**
 * The fields of one call as they pass, in any order, from a form or a JSON object. Reading only
 * ends early where the whole call cannot be read.
 */
final class ImageForm {

    static final String SUBMISSION = "submissionId";
    static final String SUBMISSION_TOO = "submission_id";
    static final String ADMIN = "admin";
    static final String ID_TYPE = "idType";

    private static final Set<String> TEXTS = Set.of(SUBMISSION, SUBMISSION_TOO, ADMIN, ID_TYPE);

    private static final Pattern WHITE_SPACE_AT_ENDS =
            Pattern.compile("^[ \\t\\r\\n\\f]+|[ \\t\\r\\n\\f]+$");

    /** Longer than any value that can be right. */
    private static final int MAX_TEXT_BYTES = 1024;

    private final long maxFieldBytes;
    private final Supplier<IncomingDocument> opening;
    private final Map<String, TextField> texts = new HashMap<>();
    private final Map<Slot, PictureInProgress> coming = new EnumMap<>(Slot.class);
    private final Map<Slot, Picture> pictures = new EnumMap<>(Slot.class);
    private Optional<Refusal> unreadable = Optional.empty();
    private boolean promisesKept = true;
    private FieldInProgress current = new FieldInProgress(SentField.member(""), ByteSink.IGNORING);

    ImageForm(long maxFieldBytes, Supplier<IncomingDocument> opening) {
        this.maxFieldBytes = maxFieldBytes;
        this.opening = opening;
    }

    /** Where the bytes of the field at hand go. */
    private static final class FieldInProgress {
        private final SentField sent;
        private final ByteSink sink;
        private final Optional<MessageDigest> sha256;
        private long bytes;

        FieldInProgress(SentField sent, ByteSink sink) {
            this.sent = sent;
            this.sink = sink;
            sha256 =
                    sent.promised().promisesNothing()
                            ? Optional.empty()
                            : Optional.of(Hash.sha256());
        }

        void accept(byte[] data, int offset, int length) {
            bytes += length;
            sha256.ifPresent(digest -> digest.update(data, offset, length));
            sink.accept(data, offset, length);
        }

        boolean keepsPromise() {
            return sha256.map(digest -> sent.promised().matches(digest.digest())).orElse(true);
        }
    }

    /** True for the fields that mean something here. */
    static boolean knows(String name) {
        return TEXTS.contains(name) || Slot.from(name).isPresent();
    }

    /**
     * @return false when the form cannot be read: there is no need to go on
     */
    boolean begin(SentField field) {
        var name = field.name();
        var slot = Slot.from(name);
        if (texts.containsKey(name) || slot.filter(coming::containsKey).isPresent()) {
            return refuse(new Refusal.FieldRepeated(name));
        }
        current =
                new FieldInProgress(
                        field,
                        slot.map(of -> beginPicture(of, field))
                                .orElseGet(
                                        () ->
                                                TEXTS.contains(name)
                                                        ? beginText(name)
                                                        : ByteSink.IGNORING));
        return true;
    }

    private ByteSink beginPicture(Slot slot, SentField field) {
        var picture = new PictureInProgress(field, opening);
        coming.put(slot, picture);
        return picture;
    }

    private ByteSink beginText(String name) {
        var text = new TextField(MAX_TEXT_BYTES);
        texts.put(name, text);
        return text;
    }

    /**
     * @return false when the field is too large
     */
    boolean data(byte[] bytes, int offset, int length) {
        current.accept(bytes, offset, length);
        return current.bytes <= maxFieldBytes || refuse(new Refusal.BodyTooLarge(maxFieldBytes));
    }

    void end() {
        current.sink.end();
        promisesKept &= current.keepsPromise();
        Slot.from(current.sent.name()).ifPresent(this::took);
    }

    private void took(Slot slot) {
        Optional.ofNullable(coming.get(slot))
                .map(PictureInProgress::picture)
                .filter(picture -> !(picture instanceof Picture.Blank))
                .ifPresent(picture -> pictures.put(slot, picture));
    }

    /** Ends the reading; always false. */
    boolean refuse(Refusal refusal) {
        unreadable = Optional.of(refusal);
        return false;
    }

    /** Why the reading ended early. */
    Optional<Refusal> unreadable() {
        return unreadable;
    }

    /**
     * Without the white space at its ends; empty when it was not sent. One that is too long stays
     * so: its end is unknown.
     */
    Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name))
                .map(
                        text ->
                                text.isTooLong()
                                        ? text.text()
                                        : WHITE_SPACE_AT_ENDS.matcher(text.text()).replaceAll(""));
    }

    /** All that was sent as the submission's id, in whatever spelling, unless it is blank. */
    Set<String> submissions() {
        return Stream.of(SUBMISSION, SUBMISSION_TOO)
                .map(this::text)
                .flatMap(Optional::stream)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The pictures that were sent, in the order of the slots. */
    Map<Slot, Picture> pictures() {
        return Collections.unmodifiableMap(pictures);
    }

    /** False when a part is not what its own digest header says. */
    boolean promisesKept() {
        return promisesKept;
    }
}
