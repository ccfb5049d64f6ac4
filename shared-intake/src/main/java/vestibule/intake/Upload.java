package vestibule.intake;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import vestibule.intake.body.RequestBody;
import vestibule.intake.http.DigestHeader;
import vestibule.validation.Refusal;

/** One upload request on its way through the {@link Intake}. */
record Upload(
        HttpServerRequest request,
        Caller caller,
        Submission submission,
        RequestBody body,
        Ticket ticket,
        long begunNanos) {

    Upload(HttpServerRequest request, Caller caller, Submission submission) {
        this(
                request,
                caller,
                submission,
                new RequestBody(request, submission.maxRequestBytes()),
                new Ticket.None(),
                System.nanoTime());
    }

    Upload with(Ticket taken) {
        return new Upload(request, caller, submission, body, taken, begunNanos);
    }

    /** As {@code Content-Length} says; the most that may come where it says nothing. */
    long announcedBytes() {
        return contentLength().orElse(submission.maxRequestBytes());
    }

    boolean isEncoded() {
        return isEncoded(request);
    }

    /** Every {@code Content-Encoding} counts, in however many lines they come. */
    static boolean isEncoded(HttpServerRequest request) {
        return request.headers().getAll("Content-Encoding").stream()
                .anyMatch(encoding -> !encoding.equalsIgnoreCase("identity"));
    }

    /** What is refused before the body, once the key is known to be free. */
    Optional<Refusal> screen() {
        return ticket.refusal().or(submission::screen).or(this::tooLarge);
    }

    SubmittedBody open(Documents documents) {
        var opened = submission.open(documents);
        var promise = DigestHeader.of(request.headers());
        return promise.promisesNothing() ? opened : new DigestedBody(opened, promise);
    }

    Refusal bodyTooLarge() {
        return new Refusal.BodyTooLarge(submission.maxRequestBytes());
    }

    private Optional<Refusal> tooLarge() {
        return contentLength()
                .filter(length -> length > submission.maxRequestBytes())
                .map(length -> bodyTooLarge());
    }

    private Optional<Long> contentLength() {
        return Optional.ofNullable(request.getHeader("Content-Length")).map(Long::valueOf);
    }
}
