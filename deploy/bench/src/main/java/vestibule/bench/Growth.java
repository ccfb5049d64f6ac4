package vestibule.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How cost grows with clients, and with what the tables hold already. */
final class Growth {

    private static final byte[] CONTENT = Content.jpeg(100 << 10);
    private static final int CLIENTS = 16;

    /** Copies of one row, with the ids of a year before, six seconds apart. */
    private static final String FILL =
            """
            insert into file
            select copy.*
            from (select * from file where deleted_at is null limit 1) as one,
                generate_series(%d, %d) as n,
                jsonb_populate_record(null::file, to_jsonb(one) || jsonb_build_object(
                    'id', overlay(
                        overlay(
                            replace(gen_random_uuid()::text, '-', '')
                            placing lpad(to_hex(1700000000000 + 6000::bigint * n), 12, '0') from 1)
                        placing '7' from 13),
                    'event_id', gen_random_uuid())) as copy""";

    private static final Path PARTITIONING = Path.of("docs/partition-by-month.sql");

    private Growth() {}

    static void measure(Lab lab) throws Exception {
        for (var clients : List.of(1, 4, 16, 64)) {
            under(lab, "100 KiB files, clients: " + clients, clients);
        }
        var filled = 0L;
        for (var rows : List.of(0L, lab.effort().rows() / 5, lab.effort().rows())) {
            execute(lab, FILL.formatted(filled + 1, rows), "vacuum analyze file");
            filled = rows;
            under(lab, "100 KiB files, rows added: " + rows, CLIENTS);
        }
        execute(
                lab,
                Files.readString(PARTITIONING),
                "call partition_by_month('file', now() + interval '1 second')");
        under(lab, "100 KiB files, partitioned", CLIENTS);
    }

    private static void under(Lab lab, String what, int clients) throws Exception {
        var source = lab.repeating(() -> lab.calls().file("passport", "a.jpg", CONTENT));
        try (var books = lab.books(Service.FILE)) {
            var warm = lab.warmUp(clients, source);
            var load = new Load(clients, lab.effort().round());
            var rounds = new ArrayList<Done>();
            for (var round = 0; round < lab.effort().rounds(); round++) {
                rounds.add(load.run(source));
            }
            var done = Done.of(rounds);
            lab.table().accept(Line.of(9, what, "/s", done.perSecond(), done.latencies()));
            books.balance(warm + done.count(), CONTENT);
        }
    }

    /** Each on its own: neither vacuum nor the partitioning may be part of a transaction. */
    private static void execute(Lab lab, String... statements) throws Exception {
        try (var database = Books.database(lab.stack(), Service.FILE);
                var statement = database.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
