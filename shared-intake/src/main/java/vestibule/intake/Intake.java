package vestibule.intake;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import vestibule.intake.body.BodyConfig;
import vestibule.intake.body.BufferLease;
import vestibule.intake.body.RequestBody;
import vestibule.intake.scan.Scanner;
import vestibule.validation.Refusal;

/**
 * The one pipeline of all uploads: headers, admission, body, verdict, objects, commit, answer.
 * Nothing is visible before the verdict, nothing is answered before the commit, and what is refused
 * leaves nothing behind.
 */
@Singleton
public class Intake {

    private final BodyConfig bodies;
    private final Tickets tickets;
    private final Staging staging;
    private final Scanner scanner;
    private final Settlement settlement;
    private final Endings endings;

    Intake(
            BodyConfig bodies,
            Tickets tickets,
            Staging staging,
            Scanner scanner,
            Settlement settlement,
            Endings endings) {
        this.bodies = bodies;
        this.tickets = tickets;
        this.staging = staging;
        this.scanner = scanner;
        this.settlement = settlement;
        this.endings = endings;
    }

    /**
     * Reads one upload and answers it. Called on the event loop, before anything has touched the
     * body.
     */
    public CompletionStage<Response> take(
            HttpServerRequest request, Caller caller, Submission submission) {
        var upload = new Upload(request, caller, submission);
        if (upload.isEncoded()) {
            return refused(upload, new Refusal.MediaTypeUnsupported());
        }
        var eventLoop = eventLoop();
        return ticketBeforeBody(upload)
                .thenComposeAsync(ticket -> proceed(upload.with(ticket), eventLoop), eventLoop)
                .exceptionally(failure -> endings.fail(upload, failure))
                // A completed stage's like cannot be cancelled, which Quarkus does when a client
                // goes.
                .toCompletableFuture();
    }

    private CompletionStage<Ticket> ticketBeforeBody(Upload upload) {
        return upload.submission().keyAfterBody() || !upload.submission().takesKey()
                ? CompletableFuture.completedStage(new Ticket.None())
                : tickets.take(upload);
    }

    private CompletionStage<Response> proceed(Upload upload, Executor eventLoop) {
        return CompletableFuture.completedStage(upload)
                .thenCompose(screened -> screen(screened, eventLoop))
                .exceptionally(failure -> endings.fail(upload, failure));
    }

    private CompletionStage<Response> screen(Upload upload, Executor eventLoop) {
        return upload.screen()
                .map(reason -> refused(upload, reason))
                .orElseGet(
                        () ->
                                staging.admit(upload)
                                        .thenComposeAsync(lease -> read(upload, lease), eventLoop));
    }

    private CompletionStage<Response> read(Upload upload, BufferLease lease) {
        var documents = staging.documents(upload, lease, () -> scanner.open(upload.body().brake()));
        return CompletableFuture.completedStage(documents)
                .thenCompose(opened -> read(upload, opened))
                .whenComplete((answered, failure) -> documents.close());
    }

    private CompletionStage<Response> read(Upload upload, Documents documents) {
        var body = upload.open(documents);
        return upload.body()
                .into(body, bodies.bodyIdleTimeout())
                .thenCompose(end -> end(upload, documents, body, end));
    }

    private CompletionStage<Response> end(
            Upload upload, Documents documents, SubmittedBody body, RequestBody.End end) {
        return switch (end) {
            case COMPLETE, STOPPED -> settlement.settle(upload, documents, body);
            case TOO_LARGE -> settlement.cut(upload, body);
            case LOST -> CompletableFuture.completedStage(endings.lost(upload));
        };
    }

    private CompletionStage<Response> refused(Upload upload, Refusal reason) {
        return endings.refuse(upload, List.of(reason));
    }

    /** What follows an answer from another thread goes on where the request lives. */
    static Executor eventLoop() {
        var context = Vertx.currentContext();
        return task -> context.runOnContext(now -> task.run());
    }
}
