package vestibule.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One documented endpoint as the demo client walks through it. */
interface Door {

    /** Every service that has a demo; a new one is a line here. */
    List<Door> ALL =
            List.of(
                    new FileDoor(),
                    new DdqDoor(),
                    new ImageDoor(),
                    new MediaDoor(),
                    new DocumentDoor());

    Service service();

    /** What the endpoint is called in its documentation: {@code POST /v1/files}. */
    String title();

    /** The names of the secrets of one client, as {@code ./vestibule env} prints them. */
    List<String> secrets();

    /** A new secret of that name. */
    default String draw(String secret) {
        return Secrets.random();
    }

    /**
     * What a client needs beside its secrets (a registered user, a submission), made once through
     * the service's own API.
     *
     * @param url where the service answers
     * @return by the names that {@code ./vestibule env} prints
     */
    default Map<String, String> seed(HttpClient http, String url, Map<String, String> secrets) {
        return Map.of();
    }

    /** The names of what {@link #seed} makes. */
    default List<String> seeds() {
        return List.of();
    }

    /** This service's part of a client in {@code access.yaml}, from that client's secrets. */
    List<String> access(Map<String, String> secrets);

    /** Writes the sample documents that {@link #curl} and {@link #request} send. */
    void writeSamples(Path samples);

    /** One line to paste into a shell. */
    String curl(String url, Map<String, String> secrets, Path samples);

    HttpRequest request(String url, Map<String, String> secrets, Path samples);

    /** The events that must follow an answer. */
    Expected expected(JsonNode answer, Map<String, String> secrets);
}
