package vestibule.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vestibule.consumer.Event;
import vestibule.consumer.EventReader;
import vestibule.embedded.StackException;

/** One walk through the doors: each answer, and its events as read back from Kafka. */
record DemoVisit(
        RunningStack running,
        Path samples,
        HttpClient client,
        EventReader events,
        PrintStream out) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration EVENTS_WITHIN = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(200);

    void to(Door door) {
        out.printf("%n%s  (%s)%n", door.title(), door.service().title());
        var answer = send(door);
        out.printf("  answer  %d  %s%n", answer.statusCode(), answer.body());
        var expected = door.expected(parse(answer.body()), running.variables());
        if (answer.statusCode() / 100 != 2 || expected.events() == 0) {
            throw new StackException(door.title() + " did not accept the sample");
        }
        var found = found(expected);
        for (var event : found) {
            out.printf("  event   %s  key %s%n", event.topic(), event.key());
            event.headers()
                    .forEach((name, value) -> out.printf("            %s: %s%n", name, value));
            event.data().toPrettyString().lines().forEach(line -> out.println("          " + line));
        }
        if (found.size() < expected.events()) {
            throw new StackException("no event came within " + EVENTS_WITHIN.toSeconds() + " s");
        }
    }

    private HttpResponse<String> send(Door door) {
        var request = door.request(running.url(), running.variables(), samples);
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new StackException(door.title() + " failed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted", e);
        }
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            return JSON.createObjectNode();
        }
    }

    private List<Event> found(Expected expected) {
        var found = new ArrayList<Event>();
        var deadline = System.nanoTime() + EVENTS_WITHIN.toNanos();
        while (found.size() < expected.events() && System.nanoTime() < deadline) {
            events.next(POLL).stream().filter(expected.isOne()).forEach(found::add);
        }
        return found;
    }
}
