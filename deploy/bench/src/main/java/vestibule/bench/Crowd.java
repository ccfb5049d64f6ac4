package vestibule.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** More bodies at once than the heap of 256 MiB holds. */
record Crowd(Service service, int clients) {

    private static final int MIB = 1 << 20;

    static void measure(Lab lab) throws Exception {
        var film = Content.mp4(50 * MIB);
        new Crowd(Service.FILE, 64)
                .run(
                        lab,
                        "64 x 50 MiB at once",
                        film,
                        lab.calls().file("selfie_video", "a.mp4", film));
        var picture = Content.jpeg(18 * MIB);
        new Crowd(Service.MEDIA, 20)
                .run(lab, "20 x 24 MiB Base64 at once", picture, lab.calls().media(picture));
    }

    private void run(Lab lab, String what, byte[] content, Call call) throws Exception {
        var succeeded = new AtomicInteger();
        var works = new ArrayList<Work>();
        for (var client = 0; client < clients; client++) {
            works.add(counting(succeeded, Connection.repeating(call)));
        }
        try (var books = lab.books(service)) {
            var vitals = lab.stack().vitals(service);
            vitals.resetPeak();
            var written = vitals.mibToDisk();
            var seconds = Load.seconds(() -> new Load(clients, Duration.ZERO).run(works));
            var beside =
                    "%d of %d succeed; peak RSS %d MiB; %d MiB to disk by the service"
                            .formatted(
                                    succeeded.get(),
                                    clients,
                                    vitals.peakMib(),
                                    vitals.mibToDisk() - written);
            lab.table().accept(Line.of(5, what, "s", seconds, beside));
            books.balance(succeeded.get(), content);
        }
    }

    private static Work counting(AtomicInteger succeeded, Work work) {
        return () -> {
            try {
                work.once();
                succeeded.incrementAndGet();
            } catch (IOException refused) {
                System.err.println("vestibule: " + refused.getMessage());
            }
        };
    }
}
