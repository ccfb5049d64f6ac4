package vestibule.intake.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.ConfigProvider;

/** Those that the service itself says it has lost, because their clients went, since the begin. */
public final class LostUploads {

    private final double before = count();

    private LostUploads() {}

    public static LostUploads begin() {
        return new LostUploads();
    }

    /** Until then the service may still be at work on what has come of it. */
    public void awaitOne() {
        Kept.eventually(() -> assertThat(count()).as("lost uploads").isEqualTo(before + 1));
    }

    private static double count() {
        try (var page = metrics().toURL().openStream()) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("vestibule_uploads_total"))
                    .filter(line -> line.contains("outcome=\"lost\""))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI metrics() {
        return URI.create(
                ConfigProvider.getConfig().getValue("test.management.url", String.class)
                        + "/metrics");
    }
}
