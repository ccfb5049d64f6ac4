package vestibule.bench;

import java.time.Duration;
import java.util.List;

/** How cost grows with clients, and with what the tables hold already. */
final class Growth {

    private static final byte[] CONTENT = Content.jpeg(100 << 10);
    private static final int CLIENTS = 16;

    /** Copies of one row, under ids of their own; {@code n} has each made anew. */
    private static final String FILL =
            """
            insert into file
            select copy.*
            from (select * from file where deleted_at is null limit 1) as one,
                generate_series(1, %d) as n,
                jsonb_populate_record(null::file, to_jsonb(one) || jsonb_build_object(
                    'id', gen_random_uuid(), 'event_id', gen_random_uuid(), 'n', n)) as copy""";

    private Growth() {}

    static void measure(Lab lab) throws Exception {
        for (var clients : List.of(1, 4, 16, 64)) {
            under(lab, "100 KiB files, clients: " + clients, clients);
        }
        var filled = 0L;
        for (var rows : List.of(0L, lab.effort().rows() / 5, lab.effort().rows())) {
            fill(lab, rows - filled);
            filled = rows;
            under(lab, "100 KiB files, rows: " + rows, CLIENTS);
        }
    }

    private static void under(Lab lab, String what, int clients) throws Exception {
        var source = lab.repeating(() -> lab.calls().file("passport", "a.jpg", CONTENT));
        try (var books = lab.books(Service.FILE)) {
            var warm = lab.warmUp(clients, source);
            var done = new Load(clients, Duration.ofSeconds(5)).run(source);
            lab.table().accept(Line.of(9, what, "/s", done.perSecond(), done.latencies()));
            books.balance(warm + done.count(), CONTENT);
        }
    }

    private static void fill(Lab lab, long rows) throws Exception {
        try (var database = Books.database(lab.stack(), Service.FILE);
                var statement = database.createStatement()) {
            statement.execute(FILL.formatted(rows));
            statement.execute("analyze file");
        }
    }
}
