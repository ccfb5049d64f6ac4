package vestibule.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/** From the commit to the consumer. */
final class OutboxRelay {

    private static final int PER_SECOND = 300;
    private static final int BACKLOG = 10_000;
    private static final int CLIENTS = 16;
    private static final byte[] CONTENT = Content.jpeg(4 << 10);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private OutboxRelay() {}

    static void measure(Lab lab) throws Exception {
        new Load(CLIENTS, lab.effort().warmUp())
                .run(lab.repeating(() -> lab.calls().file("passport", "a.jpg", CONTENT)));
        atFixedRate(lab);
        drain(lab);
        lab.store().empty();
    }

    /** Counted from {@code ce_time}, which is just before the commit. */
    private static void atFixedRate(Lab lab) throws Exception {
        var total = (int) (PER_SECOND * lab.effort().half().load().toSeconds());
        var call = lab.calls().file("passport", "a.jpg", CONTENT);
        var nanos = LongStream.builder();
        try (var books = lab.books(Service.FILE);
                var events = new Events(lab.stack());
                var clients = Executors.newScheduledThreadPool(CLIENTS)) {
            var sent = new AtomicInteger();
            for (var client = 0; client < CLIENTS; client++) {
                var work = Connection.repeating(call);
                clients.scheduleAtFixedRate(
                        () -> sendOne(work, sent, total),
                        client * 1_000_000L / PER_SECOND,
                        CLIENTS * 1_000_000L / PER_SECOND,
                        TimeUnit.MICROSECONDS);
            }
            var seen = 0;
            while (seen < total) {
                for (var event : events.poll()) {
                    nanos.add(
                            millisSince(
                                            new String(
                                                    event.headers().lastHeader("ce_time").value(),
                                                    UTF_8))
                                    * 1_000_000);
                    seen++;
                }
            }
            clients.shutdownNow();
            var done = new Done(nanos.build().toArray(), PER_SECOND);
            lab.table()
                    .accept(
                            Line.of(
                                    6,
                                    "commit to consumer at 300/s, p99",
                                    "ms",
                                    done.millis(0.99),
                                    done.latencies()));
            books.balance(total, CONTENT);
        }
    }

    private static void sendOne(Work work, AtomicInteger sent, int total) {
        try {
            if (sent.getAndIncrement() < total) {
                work.once();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static long millisSince(String time) {
        return Math.max(0, Duration.between(Instant.parse(time), Instant.now()).toMillis());
    }

    /** A backlog as an outage of Kafka leaves it, written at once; until the last is published. */
    private static void drain(Lab lab) throws Exception {
        var backlog =
                """
                insert into outbox (event_id, topic, record_key, headers, data, written_at)
                select id, 'document-received', id::text,
                    json_build_object('ce_id', id, 'content-type', 'application/json')::text,
                    json_build_object('filler', repeat('x', 700))::text, now()
                from (select gen_random_uuid() as id from generate_series(1, %d)) as event"""
                        .formatted(BACKLOG);
        try (var database = Books.database(lab.stack(), Service.FILE);
                var events = new Events(lab.stack());
                var insert = database.createStatement()) {
            var before = events.written();
            insert.execute(backlog);
            var begun = System.nanoTime();
            while (events.written() < before + BACKLOG) {
                if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                    throw new IllegalStateException("the backlog is not drained");
                }
                Thread.sleep(10);
            }
            var seconds = (System.nanoTime() - begun) / 1e9;
            lab.table().accept(Line.of(6, "drain of 10,000 events", "s", seconds, ""));
        }
    }
}
