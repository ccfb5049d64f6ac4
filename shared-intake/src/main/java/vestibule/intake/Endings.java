package vestibule.intake;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.CompletionStage;
import vestibule.intake.access.Begun;
import vestibule.validation.Refusal;

/** The ends of an upload that keep nothing: each is told, and frees the key if one is held. */
@Singleton
class Endings {

    private final Answers answers;
    private final Tickets tickets;
    private final UploadOutcomes outcomes;

    Endings(Answers answers, Tickets tickets, UploadOutcomes outcomes) {
        this.answers = answers;
        this.tickets = tickets;
        this.outcomes = outcomes;
    }

    /** Answers once the key is free: the client may mend its request and try again at once. */
    CompletionStage<Response> refuse(Upload upload, List<Refusal> refusals) {
        outcomes.refused(upload, refusals);
        return tickets.giveBack(upload.ticket()).thenApply(free -> answers.refuse(refusals));
    }

    /** The same at once; blocks while a key that is held is freed. */
    Response refuseNow(Upload upload, List<Refusal> refusals) {
        outcomes.refused(upload, refusals);
        tickets.release(upload.ticket());
        return answers.refuse(refusals);
    }

    /** The key was used before: the same answer to the same content, a refusal to any other. */
    Response repeat(Upload upload, Begun.Done before, SubmittedBody body) {
        if (!before.repeats(body.fingerprint())) {
            return refuseNow(upload, List.of(new Refusal.IdempotencyKeyReused()));
        }
        outcomes.replayed(upload);
        return before.answer().toResponse().header("Idempotent-Replayed", "true").build();
    }

    /**
     * An outage or a bug: the client is told to come again, or that it is our fault; the log has
     * the story.
     */
    Response fail(Upload upload, Throwable failure) {
        var refusal = Failures.refusalFor(failure);
        // Not waited for: the database may be what failed.
        var unused = tickets.giveBack(upload.ticket());
        outcomes.failed(upload, refusal, failure);
        return answers.refuse(upload.submission().told(refusal));
    }

    /** The client has gone: the answer reaches nobody. */
    Response lost(Upload upload) {
        var unused = tickets.giveBack(upload.ticket());
        outcomes.lost(upload);
        return answers.refuse(new Refusal.BodyMalformed());
    }
}
