package vestibule.intake;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import vestibule.intake.access.StoredAnswer;
import vestibule.intake.storage.SweepConfig;

/** The end of an upload: premises, key, verdict, objects, one commit, one answer. */
@Singleton
class Settlement {

    private final Endings endings;
    private final Senders senders;
    private final Commits commits;
    private final Tickets tickets;
    private final UploadOutcomes outcomes;
    private final SweepConfig sweep;
    private final Turns turns = new Turns();

    Settlement(
            Endings endings,
            Senders senders,
            Commits commits,
            Tickets tickets,
            UploadOutcomes outcomes,
            SweepConfig sweep) {
        this.endings = endings;
        this.senders = senders;
        this.commits = commits;
        this.tickets = tickets;
        this.outcomes = outcomes;
        this.sweep = sweep;
    }

    CompletionStage<Response> settle(Upload upload, Documents documents, SubmittedBody body) {
        return body.premises(senders)
                .thenCompose(
                        unmet ->
                                unmet.isEmpty()
                                        ? ticketed(upload, documents, body)
                                        : endings.refuse(upload, unmet));
    }

    /** Ends an upload whose body is over its cap. */
    CompletionStage<Response> cut(Upload upload, SubmittedBody body) {
        return body.premisesUpToCap(senders)
                .thenCompose(
                        unmet ->
                                endings.refuse(
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
                                    .exceptionally(failure -> endings.fail(holding, failure));
                        });
    }

    private CompletionStage<Response> judge(
            Upload upload, Documents documents, SubmittedBody body) {
        return switch (upload.ticket()) {
            case Ticket.Void(var reason) -> endings.refuse(upload, List.of(reason));
            case Ticket.Used(var before) when upload.submission().keyAfterBody() ->
                    CompletableFuture.completedStage(endings.repeat(upload, before, body));
            case Ticket.None _, Ticket.Held _, Ticket.Used _ -> {
                var refusals = body.verdict();
                yield refusals.isEmpty()
                        ? proceed(upload, documents, body)
                        : endings.refuse(upload, refusals);
            }
        };
    }

    private CompletionStage<Response> proceed(
            Upload upload, Documents documents, SubmittedBody body) {
        if (upload.ticket() instanceof Ticket.Used(var before)) {
            return CompletableFuture.completedStage(endings.repeat(upload, before, body));
        }
        return documents
                .sent()
                .thenCompose(sent -> documents.infected(body.documents()))
                .thenCompose(
                        infected ->
                                infected.isEmpty()
                                        ? senders.supply(() -> accept(upload, documents, body))
                                        : endings.refuse(upload, body.infected(infected)));
    }

    private Response accept(Upload upload, Documents documents, SubmittedBody body) {
        var kept = body.documents();
        documents.complete(kept);
        try {
            // When this fails the objects stay: it may have succeeded unseen. What no row claims
            // is swept.
            var answer = commit(upload, documents, body);
            tickets.used(upload.ticket());
            outcomes.accepted(upload, kept.size());
            return answer.toResponse().build();
        } catch (Commit.GuardFailed unkept) {
            documents.remove(kept);
            return endings.refuseNow(upload, List.of(unkept.refusal()));
        } catch (OutOfTime uncommitted) {
            documents.remove(kept);
            throw uncommitted;
        }
    }

    private StoredAnswer commit(Upload upload, Documents documents, SubmittedBody body) {
        Function<Commit, StoredAnswer> composing =
                commit -> {
                    if (!documents.outlive(sweep.grace())) {
                        throw new OutOfTime();
                    }
                    var answer = body.record(commit);
                    tickets.remember(commit, upload.ticket(), body, answer);
                    return answer;
                };
        return body.readsUnderLock()
                ? turns.take(body.locked(), senders.stuck(), () -> commits.underLock(composing))
                : commits.execute(composing);
    }
}
