package vestibule.intake.command;

import jakarta.inject.Singleton;
import java.io.IOException;
import vestibule.intake.Ids;
import vestibule.intake.ledger.Erasure;

/** Erases one document, or one subject with all its documents. */
@Singleton
class EraseCommand implements Command {

    private static final String DOCUMENT = "--document";
    private static final String SUBJECT = "--subject";

    private final Erasure erasure;

    EraseCommand(Erasure erasure) {
        this.erasure = erasure;
    }

    @Override
    public boolean run(Options options, Terminal terminal) throws IOException {
        options.allow("--tenant", DOCUMENT, SUBJECT);
        var wish = wish(options);
        var found = erasure.find(wish);
        terminal.say("%d documents, %d of them held".formatted(found.documents(), found.held()));
        if (found.isHeld()) {
            terminal.say("Nothing was erased: the subject or a document is held.");
            return false;
        }
        if (!options.yes() && !terminal.agrees(question(wish))) {
            terminal.say("Nothing was erased.");
            return false;
        }
        var erased = erasure.erase(wish);
        if (erased.isHeld()) {
            terminal.say("Nothing was erased: the subject or a document has just been held.");
            return false;
        }
        terminal.say(
                "Done: %d documents erased; the service removes their objects within a minute."
                        .formatted(erased.documents()));
        return true;
    }

    private static Erasure.Wish wish(Options options) {
        var tenant = options.required("--tenant");
        if (options.text(DOCUMENT).isPresent() == options.text(SUBJECT).isPresent()) {
            throw new Misuse("either %s or %s is needed".formatted(DOCUMENT, SUBJECT));
        }
        return options.text(SUBJECT)
                .<Erasure.Wish>map(subject -> new Erasure.OneSubject(tenant, subject))
                .orElseGet(() -> document(tenant, options.required(DOCUMENT)));
    }

    private static Erasure.Wish document(String tenant, String id) {
        return new Erasure.OneDocument(
                tenant, Ids.read(id).orElseThrow(() -> new Misuse(DOCUMENT + " is no id: " + id)));
    }

    private static String question(Erasure.Wish wish) {
        return switch (wish) {
            case Erasure.OneDocument document -> "Erase the document for good?";
            case Erasure.OneSubject subject ->
                    "Erase them, and all else that is known of the subject, for good?";
        };
    }
}
