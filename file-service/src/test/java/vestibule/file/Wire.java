package vestibule.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vestibule.intake.client.Call;
import vestibule.intake.client.Form;
import vestibule.intake.probe.Talk;
import vestibule.intake.probe.Talk.Answer;

/** An upload by hand, as acme, for what a well-behaved client would never send. */
record Wire(Talk talk) implements AutoCloseable {

    static Wire open() throws IOException {
        return new Wire(Talk.to(Call.server()));
    }

    /** The head of an upload of this form, with its length and acme's token. */
    Wire head(String header, Form form) throws IOException {
        return heads(
                header,
                "Authorization: Bearer " + Calls.ACME,
                "Content-Type: " + form.contentType(),
                "Content-Length: " + form.length());
    }

    /** The head of an upload with these headers and no others. */
    Wire heads(String... headers) throws IOException {
        var lines = new ArrayList<>(List.of("POST /v1/files HTTP/1.1", "Host: 127.0.0.1"));
        lines.addAll(List.of(headers));
        talk.say(lines.toArray(String[]::new));
        return this;
    }

    Wire send(byte[] bytes, int from, int to) throws IOException {
        talk.out().write(bytes, from, to - from);
        talk.out().flush();
        return this;
    }

    Wire send(byte[] bytes) throws IOException {
        return send(bytes, 0, bytes.length);
    }

    Answer hear() throws IOException {
        return talk.hear();
    }

    @Override
    public void close() throws IOException {
        talk.close();
    }
}
