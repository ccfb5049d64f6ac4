package vestibule.image;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vestibule.intake.client.Call;
import vestibule.intake.probe.Talk;
import vestibule.intake.probe.Talk.Answer;

/** A call by hand, as acme, for what a well-behaved client would never send. */
record Wire(Talk talk) implements AutoCloseable {

    static Wire open() throws IOException {
        return new Wire(Talk.to(Call.server()));
    }

    /** The head of a call with acme's key, and these headers. */
    Wire heads(String... headers) throws IOException {
        var lines =
                new ArrayList<>(
                        List.of(
                                "PUT /Image HTTP/1.1",
                                "Host: 127.0.0.1",
                                "x-api-key: " + Calls.ACME));
        lines.addAll(List.of(headers));
        talk.say(lines.toArray(String[]::new));
        return this;
    }

    Wire send(byte[] bytes, int from, int to) throws IOException {
        talk.out().write(bytes, from, to - from);
        talk.out().flush();
        return this;
    }

    Answer hear() throws IOException {
        return talk.hear();
    }

    @Override
    public void close() throws IOException {
        talk.close();
    }
}
