package vestibule.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;

/** From the commit to the consumer: counted from {@code ce_time}, which is just before it. */
final class OutboxDelay {

    private static final int PER_SECOND = 300;
    private static final int BACKLOG = 10_000;
    private static final int CLIENTS = 16;
    private static final long SECOND = 1_000_000_000;
    private static final byte[] CONTENT = Content.jpeg(4 << 10);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private OutboxDelay() {}

    static void measure(Lab lab) throws Exception {
        var uploads = lab.repeating(() -> lab.calls().file("passport", "a.jpg", CONTENT));
        try (var books = lab.books(Service.FILE)) {
            books.balance(lab.warmUp(CLIENTS, uploads), CONTENT);
        }
        atFixedRate(lab, () -> new Paced(uploads.open(), CLIENTS * SECOND / PER_SECOND));
        drain(lab);
    }

    private static void atFixedRate(Lab lab, Work.Factory uploads) throws Exception {
        try (var books = lab.books(Service.FILE);
                var events = new Events(lab.stack());
                var consumer = Executors.newSingleThreadExecutor()) {
            var over = new CountDownLatch(1);
            var consuming = consumer.submit(() -> delays(events, over));
            try {
                var sent = new Load(CLIENTS, lab.effort().half().load()).run(uploads);
                books.balance(sent.count(), CONTENT);
            } finally {
                over.countDown();
            }
            var delays = new Done(consuming.get(), PER_SECOND);
            lab.table()
                    .accept(
                            Line.of(
                                    6,
                                    "commit to consumer at 300/s, p99",
                                    "ms",
                                    delays.millis(0.99),
                                    delays.latencies()));
        }
    }

    /** Of every event until it is over and none is left. */
    private static long[] delays(Events events, CountDownLatch over) {
        var nanos = LongStream.builder();
        var last = false;
        while (!last) {
            last = over.getCount() == 0;
            for (var event : events.poll()) {
                var written = new String(event.headers().lastHeader("ce_time").value(), UTF_8);
                nanos.add(Duration.between(Instant.parse(written), Instant.now()).toNanos());
            }
        }
        return nanos.build().toArray();
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
