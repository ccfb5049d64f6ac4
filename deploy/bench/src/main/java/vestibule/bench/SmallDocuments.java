package vestibule.bench;

import java.io.IOException;
import java.util.ArrayList;

/** Many clients at once: documents per second, so higher is better, and so is the ratio. */
record SmallDocuments(int measure, String what, Service service, int documents) {

    private static final int KIB = 1 << 10;

    /** The request of one client, with this as each of its documents. */
    private interface Request {
        Call of(byte[] content) throws IOException;
    }

    static void ofOneMebibyte(Lab lab) throws Exception {
        new SmallDocuments(2, "1 MiB files, 16 clients", Service.FILE, 1)
                .run(lab, 16, KIB * KIB, content -> file(lab, content));
    }

    static void of100Kibibytes(Lab lab) throws Exception {
        var size = 100 * KIB;
        var half = lab.with(lab.effort().half());
        new SmallDocuments(3, "100 KiB files, 32 clients", Service.FILE, 1)
                .run(lab, 32, size, content -> file(lab, content));
        new SmallDocuments(3, "ddq: 3 x 100 KiB, 32 clients", Service.DDQ, 3)
                .run(half, 32, size, lab.calls()::threeFiles);
        new SmallDocuments(3, "image: 4 x 100 KiB replaced, 32 clients", Service.IMAGE, 4)
                .run(half, 32, size, lab.calls()::fourPictures);
    }

    private static Call file(Lab lab, byte[] content) throws IOException {
        return lab.calls().file("passport", "a.jpg", content);
    }

    private void run(Lab lab, int clients, int size, Request request) throws Exception {
        var content = Content.jpeg(size);
        Work.Factory upload = lab.repeating(() -> request.of(content));
        Work.Factory put = () -> () -> lab.store().put(content);
        var load = new Load(clients, lab.effort().round());
        try (var books = lab.books(service)) {
            var warm = warmUp(lab, clients, request) + load.run(upload).count();
            load.run(put);
            var vitals = lab.stack().vitals(service);
            var cpu = vitals.cpuSeconds();
            var rounds = new ArrayList<Done>();
            var pair =
                    lab.inTurns(
                            () -> {
                                rounds.add(load.run(upload));
                                return rounds.getLast().perSecond() * documents;
                            },
                            () -> load.run(put).perSecond());
            var uploads = Done.of(rounds);
            var beside =
                    "%s; %.1f ms CPU each"
                            .formatted(
                                    uploads.latencies(),
                                    (vitals.cpuSeconds() - cpu)
                                            * 1e3
                                            / uploads.count()
                                            / documents);
            lab.table().accept(new Line(measure, what, "/s", pair.service(), pair.raw(), beside));
            books.balance((warm + uploads.count()) * documents, content);
        }
    }

    /** With tiny documents: the code is the same, and the disk is spared. */
    private long warmUp(Lab lab, int clients, Request request) throws Exception {
        var tiny = Content.jpeg(4 * KIB);
        lab.warmUp(clients, () -> () -> lab.store().put(tiny));
        return lab.warmUp(clients, lab.repeating(() -> request.of(tiny)));
    }
}
