package vestibule.bench;

/** One client and one large document: seconds, so lower is better, and so is the ratio. */
final class LargeFile {

    private static final int MIB = 1 << 20;

    private LargeFile() {}

    static void measure(Lab lab) throws Exception {
        var film = Content.mp4(200 * MIB);
        var upload = Connection.repeating(lab.calls().file("selfie_video", "film.mp4", film));
        try (var books = lab.books(Service.FILE)) {
            upload.once();
            lab.store().putInParts(film);
            lab.store().put(film);
            var vitals = lab.stack().vitals(Service.FILE);
            vitals.resetPeak();
            var cpu = vitals.cpuSeconds();
            var pair =
                    lab.inTurns(
                            () -> Load.seconds(upload),
                            () -> Load.seconds(() -> lab.store().putInParts(film)));
            var rounds = lab.effort().rounds();
            var beside =
                    "%.0f MiB/s; %.2f s CPU each; peak RSS %d MiB; one put of all: %.2f s"
                            .formatted(
                                    200 / pair.service(),
                                    (vitals.cpuSeconds() - cpu) / rounds,
                                    vitals.peakMib(),
                                    Load.seconds(() -> lab.store().put(film)));
            lab.table()
                    .accept(new Line(1, "200 MiB file", "s", pair.service(), pair.raw(), beside));
            books.balance(rounds + 1, film);
        }
    }

    /** 24 MiB of Base64 in JSON against a put of the decoded bytes. */
    static void measurePicture(Lab lab) throws Exception {
        var picture = Content.jpeg(18 * MIB);
        var upload = Connection.repeating(lab.calls().media(picture));
        try (var books = lab.books(Service.MEDIA)) {
            var warmUps = 20;
            for (var i = 0; i < warmUps; i++) {
                upload.once();
                lab.store().put(picture);
            }
            var pair =
                    lab.inTurns(
                            () -> Load.seconds(upload),
                            () -> Load.seconds(() -> lab.store().put(picture)));
            lab.table()
                    .accept(
                            new Line(
                                    4,
                                    "18 MiB picture, Base64 in JSON",
                                    "s",
                                    pair.service(),
                                    pair.raw(),
                                    ""));
            books.balance(lab.effort().rounds() + warmUps, picture);
        }
    }
}
