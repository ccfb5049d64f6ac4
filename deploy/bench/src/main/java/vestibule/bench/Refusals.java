package vestibule.bench;

import java.util.ArrayList;
import java.util.List;

/** What a service says no to: cheap, or it is a way to keep it busy. */
final class Refusals {

    private static final int MIB = 1 << 20;
    private static final int SMALL = 100 << 10;
    private static final int CLIENTS = 16;
    private static final int ANSWERS = 20;

    private Refusals() {}

    static void measure(Lab lab) throws Exception {
        var calls = lab.calls();
        var picture = Content.jpeg(SMALL);
        rate(lab, "unknown caller, 100 KiB", () -> unknown(calls, picture));
        rate(
                lab,
                "wrong type, 100 KiB",
                () ->
                        calls.file(
                                lab.stack().of("FILE_TOKEN"),
                                422,
                                "passport",
                                "a.jpg",
                                new byte[SMALL]));
        rate(lab, "bad HMAC, 100 KiB as Base64", () -> calls.badlySigned(picture));
        earlyAnswer(lab);
    }

    private static Call unknown(Calls calls, byte[] content) {
        return calls.file("nobody", 401, "passport", "a.jpg", content);
    }

    private static void rate(Lab lab, String what, Lab.Source source) throws Exception {
        lab.warmUp(CLIENTS, lab.repeating(source));
        var done = new Load(CLIENTS, lab.effort().round()).run(lab.repeating(source));
        lab.table()
                .accept(
                        Line.of(
                                7,
                                what + ", 16 clients",
                                "/s",
                                done.perSecond(),
                                done.latencies()));
    }

    /** The caller is unknown by the headers, and 200 MiB are announced. */
    private static void earlyAnswer(Lab lab) throws Exception {
        var call = unknown(lab.calls(), new byte[200 * MIB]);
        List<Double> millis = new ArrayList<>();
        for (var i = 0; i < ANSWERS; i++) {
            try (var connection = new Connection(call.service())) {
                millis.add(Load.seconds(() -> connection.sendHead(call)) * 1e3);
            }
        }
        lab.table().accept(Line.of(7, "401 to 200 MiB on the way", "ms", Lab.median(millis), ""));
    }
}
