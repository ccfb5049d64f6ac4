package vestibule.intake.outbox;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vestibule.intake.Commit;
import vestibule.intake.Ids;
import vestibule.intake.event.DocumentDeleted;
import vestibule.intake.event.DocumentEvent;
import vestibule.intake.event.DocumentReceived;
import vestibule.intake.event.Envelope;

/** Where events wait for Kafka: written by the transaction that causes them, or not at all. */
public final class Outbox {

    private static final String INSERT =
            "insert into outbox (event_id, topic, record_key, headers, data, written_at)"
                    + " values (?, ?, ?, ?, ?, ?)";

    private static final String REPEAT =
            """
            insert into outbox (event_id, topic, record_key, headers, data, written_at, replayed)
            select event_id::uuid, topic, record_key, headers, data, ?, true
              from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                   with ordinality as told (event_id, topic, record_key, headers, data, place)
             order by place""";

    private final EventsConfig topics;
    private final Clock clock;
    private final Ids ids;

    public Outbox(EventsConfig topics, Clock clock) {
        this.topics = topics;
        this.clock = clock;
        this.ids = new Ids(clock);
    }

    /** Adds an event of a request without trace context. */
    public Envelope append(Commit commit, DocumentEvent event) {
        return append(commit, event, Optional.empty());
    }

    /**
     * Adds an event to the commit: it exists if and only if the commit succeeds. Its row is written
     * after all other statements, so that events follow the order in which commits took their
     * locks. Call {@link OutboxRelay#wake} after the commit.
     *
     * @param traceparent the request's header of that name
     * @return the event with the id and time under which it goes out, now and in any replay
     */
    public Envelope append(Commit commit, DocumentEvent event, Optional<String> traceparent) {
        var envelope = new Envelope(ids.next(), clock.instant(), event, traceparent);
        commit.addLast(
                INSERT,
                envelope.id(),
                topic(event),
                event.key(),
                OutboxRow.written(envelope.headers()),
                envelope.data(),
                envelope.time());
        return envelope;
    }

    /**
     * Adds events that were told before, to be told once more under their own ids and times, in
     * this order. They count as written now: nobody has waited for them.
     */
    public void repeat(Commit commit, List<Envelope> told) {
        commit.addLast(
                REPEAT,
                clock.instant(),
                column(told, envelope -> envelope.id().toString()),
                column(told, envelope -> topic(envelope.event())),
                column(told, envelope -> envelope.event().key()),
                column(told, envelope -> OutboxRow.written(envelope.headers())),
                column(told, Envelope::data));
    }

    private static String[] column(List<Envelope> told, Function<Envelope, String> value) {
        return told.stream().map(value).toArray(String[]::new);
    }

    private String topic(DocumentEvent event) {
        return switch (event) {
            case DocumentReceived received -> topics.receivedTopic();
            case DocumentDeleted deleted -> topics.deletedTopic();
        };
    }
}
