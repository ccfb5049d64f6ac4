package vestibule.intake;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import vestibule.intake.access.Begun;
import vestibule.intake.access.StoredAnswer;
import vestibule.validation.Refusal;

/** The end of an upload: verdict, objects, one commit, one answer. */
@Singleton
class Settlement {

    /** What an answer within 5 s leaves beside one call of the store. */
    private static final Duration QUEUE_PATIENCE = Duration.ofMillis(1500);

    private final Answers answers;
    private final Senders senders;
    private final Commits commits;
    private final Tickets tickets;
    private final UploadOutcomes outcomes;
    private final Turns turns = new Turns();
    private volatile long lastAcceptedNanos = System.nanoTime();

    Settlement(
            Answers answers,
            Senders senders,
            Commits commits,
            Tickets tickets,
            UploadOutcomes outcomes) {
        this.answers = answers;
        this.senders = senders;
        this.commits = commits;
        this.tickets = tickets;
        this.outcomes = outcomes;
    }

    CompletionStage<Response> settle(Upload upload, Documents documents, SubmittedBody body) {
        return body.premises(senders)
                .thenCompose(
                        unmet ->
                                unmet.isEmpty()
                                        ? ticketed(upload, documents, body)
                                        : refuse(upload, unmet));
    }

    /** Ends an upload whose body is over its cap. */
    CompletionStage<Response> cut(Upload upload, SubmittedBody body) {
        return body.premisesUpToCap(senders)
                .thenCompose(
                        unmet ->
                                refuse(
                                        upload,
                                        unmet.isEmpty() ? List.of(upload.bodyTooLarge()) : unmet));
    }

    /** Takes the ticket now where it could not be taken before the body. */
    private CompletionStage<Response> ticketed(
            Upload upload, Documents documents, SubmittedBody body) {
        if (!upload.submission().keyAfterBody()) {
            return judge(upload, documents, body);
        }
        return tickets.take(upload)
                .thenCompose(
                        ticket -> {
                            var holding = upload.with(ticket);
                            return CompletableFuture.completedStage(holding)
                                    .thenCompose(held -> judge(held, documents, body))
                                    .exceptionally(failure -> fail(holding, failure));
                        });
    }

    private CompletionStage<Response> judge(
            Upload upload, Documents documents, SubmittedBody body) {
        return switch (upload.ticket()) {
            case Ticket.Void(var reason) -> refuse(upload, List.of(reason));
            case Ticket.Used(var before) when upload.submission().keyAfterBody() ->
                    CompletableFuture.completedStage(again(upload, before, body));
            case Ticket.None _, Ticket.Held _, Ticket.Used _ -> {
                var refusals = body.verdict();
                yield refusals.isEmpty()
                        ? proceed(upload, documents, body)
                        : refuse(upload, refusals);
            }
        };
    }

    private CompletionStage<Response> proceed(
            Upload upload, Documents documents, SubmittedBody body) {
        if (upload.ticket() instanceof Ticket.Used(var before)) {
            return CompletableFuture.completedStage(again(upload, before, body));
        }
        return documents
                .sent()
                .thenCompose(sent -> documents.infected(body.documents()))
                .thenCompose(
                        infected ->
                                infected.isEmpty()
                                        ? accepting(upload, documents, body)
                                        : refuse(upload, body.infected(infected)));
    }

    /** On a sender, unless all are stuck for so long that the answer would come too late. */
    private CompletionStage<Response> accepting(
            Upload upload, Documents documents, SubmittedBody body) {
        var queuedNanos = System.nanoTime();
        return CompletableFuture.supplyAsync(
                () -> {
                    if (isStuckSince(queuedNanos)) {
                        throw new OutOfTime();
                    }
                    return accept(upload, documents, body);
                },
                senders);
    }

    /** A queue that moves is load, not an outage: who stands in it is served. */
    private boolean isStuckSince(long queuedNanos) {
        var patience = QUEUE_PATIENCE.toNanos();
        var now = System.nanoTime();
        return now - queuedNanos > patience && now - lastAcceptedNanos > patience;
    }

    /** Answers once the key is free: the client may mend its request and try again at once. */
    CompletionStage<Response> refuse(Upload upload, List<Refusal> refusals) {
        outcomes.refused(upload, refusals);
        return tickets.giveBack(upload.ticket()).thenApply(free -> answers.refuse(refusals));
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

    private Response accept(Upload upload, Documents documents, SubmittedBody body) {
        var kept = body.documents();
        documents.complete(kept);
        try {
            // When this fails the objects stay: it may have succeeded unseen. What no row claims
            // is swept.
            var answer = commit(upload, body);
            lastAcceptedNanos = System.nanoTime();
            tickets.used(upload.ticket());
            outcomes.accepted(upload, kept.size());
            return answer.toResponse().build();
        } catch (Commit.GuardFailed unkept) {
            documents.remove(kept);
            List<Refusal> refusals = List.of(unkept.refusal());
            outcomes.refused(upload, refusals);
            tickets.release(upload.ticket());
            return answers.refuse(refusals);
        }
    }

    private StoredAnswer commit(Upload upload, SubmittedBody body) {
        Function<Commit, StoredAnswer> composing =
                commit -> {
                    var answer = body.record(commit);
                    tickets.remember(commit, upload.ticket(), body, answer);
                    return answer;
                };
        if (!body.readsUnderLock()) {
            return commits.execute(composing);
        }
        var queuedNanos = System.nanoTime();
        return turns.take(
                body.locked(), () -> isStuckSince(queuedNanos), () -> commits.underLock(composing));
    }

    private Response again(Upload upload, Begun.Done before, SubmittedBody body) {
        return before.repeats(body.fingerprint()) ? replay(upload, before) : reused(upload);
    }

    private Response reused(Upload upload) {
        List<Refusal> refusals = List.of(new Refusal.IdempotencyKeyReused());
        outcomes.refused(upload, refusals);
        return answers.refuse(refusals);
    }

    private Response replay(Upload upload, Begun.Done before) {
        outcomes.replayed(upload);
        return before.answer().toResponse().header("Idempotent-Replayed", "true").build();
    }
}
