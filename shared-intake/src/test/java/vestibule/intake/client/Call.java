package vestibule.intake.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.ConfigProvider;

/** One request over HTTP, by default of nobody. */
public record Call(
        String method,
        String path,
        Optional<String> token,
        List<String> headers,
        BodyPublisher body) {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();

    public static Call of(String method, String path) {
        return new Call(method, path, Optional.empty(), List.of(), BodyPublishers.noBody());
    }

    /** With this bearer token. */
    public Call as(String otherToken) {
        return new Call(method, path, Optional.of(otherToken), headers, body);
    }

    public Call asNobody() {
        return new Call(method, path, Optional.empty(), headers, body);
    }

    public Call with(String header, String value) {
        var more = new ArrayList<>(headers);
        more.add(header);
        more.add(value);
        return new Call(method, path, token, more, body);
    }

    public Call holding(Form form) {
        return with("Content-Type", form.contentType())
                .body(BodyPublishers.fromPublisher(stream(form::open), form.length()));
    }

    /** Without {@code Content-Length}. */
    public Call chunked(Form form) {
        return with("Content-Type", form.contentType()).body(stream(form::open));
    }

    public Call holding(String contentType, byte[] bytes) {
        return with("Content-Type", contentType).body(BodyPublishers.ofByteArray(bytes));
    }

    private Call body(BodyPublisher other) {
        return new Call(method, path, token, headers, other);
    }

    private static BodyPublisher stream(Supplier<InputStream> content) {
        return BodyPublishers.ofInputStream(content);
    }

    public Answer answer() {
        var request =
                HttpRequest.newBuilder(server().resolve(path))
                        .timeout(Duration.ofMinutes(2))
                        .method(method, body);
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        for (int i = 0; i < headers.size(); i += 2) {
            request.header(headers.get(i), headers.get(i + 1));
        }
        try {
            var response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static URI server() {
        return URI.create(ConfigProvider.getConfig().getValue("test.url", String.class));
    }
}
