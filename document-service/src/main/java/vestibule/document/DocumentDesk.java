package vestibule.document;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vestibule.intake.Commit;
import vestibule.intake.access.Idempotency;
import vestibule.intake.access.StoredAnswer;
import vestibule.intake.ledger.Arrival;
import vestibule.intake.ledger.Register;
import vestibule.validation.Refusal;

/** How an accepted document is written down: at once, while its bytes are awaited, and then. */
@Singleton
class DocumentDesk {

    private static final String AWAIT =
            """
            insert into awaited_document
                (id, number, tenant, subject_id, type_id, reference, create_time)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

    private final DocumentAnswers answers;
    private final Register register;
    private final Idempotency idempotency;
    private final DocumentNumbers numbers;
    private final Clock clock;

    DocumentDesk(
            DocumentAnswers answers,
            Register register,
            Idempotency idempotency,
            DocumentNumbers numbers,
            Clock clock) {
        this.answers = answers;
        this.register = register;
        this.idempotency = idempotency;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** Adds row and event. */
    StoredAnswer keep(Commit commit, Request request, SentFile.Content content, DocumentKind kind) {
        var number = numbers.next();
        var document = record(number, kind, content, now(), Optional.empty());
        enter(commit, request, content, kind, document);
        return answers.created(request.view(document), request.place().of(number));
    }

    /** Adds the row of a document without content; there is nothing to tell consumers yet. */
    StoredAnswer await(Commit commit, Request request, Awaiting awaiting) {
        var document =
                new DocumentRecord(
                        numbers.next(),
                        awaiting.kind().id(),
                        awaiting.reference(),
                        Optional.empty(),
                        DocumentRecord.Review.PENDING,
                        now(),
                        Optional.empty());
        commit.add(
                AWAIT,
                awaiting.id(),
                document.number(),
                request.caller().tenant(),
                request.caller().owner(),
                document.typeId(),
                document.name(),
                document.createTime());
        return answers.created(request.view(document), request.place().of(document.number()));
    }

    /**
     * Adds that an awaited document has its bytes: it becomes one like any other, with an event.
     */
    StoredAnswer fill(
            Commit commit,
            Request request,
            AwaitedDocument awaited,
            SentFile.Content content,
            DocumentKind kind) {
        takePlace(commit, awaited, content.document().id());
        var document =
                record(awaited.number, kind, content, awaited.createTime, Optional.of(now()));
        enter(commit, request, content, kind, document);
        return answers.updated(request.view(document));
    }

    /**
     * The row lock comes first: who waited for it in vain then sees whether the other one brought
     * the bytes or took the document away.
     */
    private void takePlace(Commit commit, AwaitedDocument awaited, UUID successor) {
        commit.add(
                "select number from awaited_document where number = ? for update", awaited.number);
        commit.expect(
                0,
                DocumentRefusal.CONTENT_PRESENT,
                "update document set number = number where number = ? and deleted_at is null",
                awaited.number);
        commit.expect(
                1,
                new Refusal.NotFound(),
                "delete from awaited_document where number = ?",
                awaited.number);
        idempotency.transfer(commit, awaited.id, successor);
    }

    private void enter(
            Commit commit,
            Request request,
            SentFile.Content content,
            DocumentKind kind,
            DocumentRecord document) {
        var received = content.document();
        var at = document.updateTime().orElse(document.createTime());
        register.enter(
                commit,
                new Arrival(
                        received,
                        request.belonging(),
                        kind.classification(),
                        Map.of("typeId", Integer.toString(kind.id())),
                        Arrival.Occasion.of(request.http(), received.id(), at)),
                document.number(),
                document.typeId(),
                document.name(),
                document.createTime(),
                document.updateTime().orElse(null));
    }

    private static DocumentRecord record(
            long number,
            DocumentKind kind,
            SentFile.Content content,
            Instant createTime,
            Optional<Instant> updateTime) {
        var received = content.document();
        return new DocumentRecord(
                number,
                kind.id(),
                content.name(),
                Optional.of(
                        new DocumentRecord.Content(
                                received.facts().type().mime(),
                                received.size(),
                                received.sha256())),
                DocumentRecord.Review.PENDING,
                createTime,
                updateTime);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
