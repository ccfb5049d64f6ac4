package vestibule.bench;

import java.util.ArrayList;

/** Many clients at once: documents per second, so higher is better, and so is the ratio. */
record SmallDocuments(int measure, String what, Service service, int documents) {

    private static final int KIB = 1 << 10;

    static void ofOneMebibyte(Lab lab) throws Exception {
        var content = Content.jpeg(KIB * KIB);
        new SmallDocuments(2, "1 MiB files, 16 clients", Service.FILE, 1)
                .run(lab, 16, content, () -> lab.calls().file("passport", "a.jpg", content));
    }

    static void of100Kibibytes(Lab lab) throws Exception {
        var content = Content.jpeg(100 * KIB);
        var half = lab.with(lab.effort().half());
        new SmallDocuments(3, "100 KiB files, 32 clients", Service.FILE, 1)
                .run(lab, 32, content, () -> lab.calls().file("passport", "a.jpg", content));
        new SmallDocuments(3, "ddq: 3 x 100 KiB, 32 clients", Service.DDQ, 3)
                .run(half, 32, content, () -> lab.calls().threeFiles(content));
        new SmallDocuments(3, "image: 4 x 100 KiB replaced, 32 clients", Service.IMAGE, 4)
                .run(half, 32, content, () -> lab.calls().fourPictures(content));
    }

    private void run(Lab lab, int clients, byte[] content, Lab.Source source) throws Exception {
        Work.Factory put = () -> () -> lab.store().put(content);
        var warmUp = new Load(clients, lab.effort().warmUp());
        var load = new Load(clients, lab.effort().round());
        try (var books = lab.books(service)) {
            var warm = warmUp.run(lab.repeating(source));
            warmUp.run(put);
            var vitals = lab.stack().vitals(service);
            var cpu = vitals.cpuSeconds();
            var rounds = new ArrayList<Done>();
            var pair =
                    lab.inTurns(
                            () -> {
                                rounds.add(load.run(lab.repeating(source)));
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
            books.balance((long) (warm.count() + uploads.count()) * documents, content);
        }
    }
}
