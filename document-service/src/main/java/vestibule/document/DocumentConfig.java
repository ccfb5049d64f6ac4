package vestibule.document;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.Converter;
import vestibule.intake.Settings;

/** Settings of the document-service. */
@ConfigMapping(prefix = "vestibule.document")
interface DocumentConfig {

    /** The largest document, decoded, in bytes, inclusive. */
    @WithDefault("20971520")
    @WithConverter(Settings.Bytes.class)
    long maxFileBytes();

    /** The largest request body, in bytes, inclusive: Base64 takes a third more than its bytes. */
    @WithDefault("31457280")
    @WithConverter(Settings.Bytes.class)
    long maxRequestBytes();

    /** The most documents on one page of a list. */
    @WithDefault("1000")
    @WithConverter(Settings.Count.class)
    int maxLimit();

    /** The documents on a page of a list that asks for no number. */
    @WithDefault("10")
    @WithConverter(Settings.Count.class)
    int defaultLimit();

    /** Parts of one form; more make it invalid. */
    @WithDefault("16")
    @WithConverter(Settings.Count.class)
    int maxParts();

    /** Bytes of one part's header; more make the form invalid. */
    @WithDefault("16384")
    @WithConverter(Settings.Count.class)
    int maxPartHeaderBytes();

    /** {@code total}: lists are wrapped together with their total; {@code array}: bare. */
    @WithDefault("total")
    ListShape listShape();

    /**
     * What becomes of a {@code file} that is a path, a URL or any other name: {@code await} its
     * bytes, or {@code reject} it. It is never opened and never fetched.
     */
    @WithDefault("await")
    FileReference fileReference();

    /** A document whose bytes do not come within this time is removed. */
    @WithDefault("24h")
    @WithConverter(Patience.class)
    Duration awaitFor();

    /** What the URLs in answers begin with; the scheme and host of the request where not set. */
    @WithConverter(WebAddress.class)
    Optional<String> publicUrl();

    RateLimit rateLimit();

    /** How often one end client may call. */
    interface RateLimit {

        /** Requests per window and end client over all routes; 0 is no limit. */
        @WithDefault("0")
        @WithConverter(Settings.Requests.class)
        int requests();

        /** The time over which requests are counted; 1 ms to 1 day. */
        @WithDefault("1s")
        @WithConverter(Settings.Window.class)
        Duration window();
    }

    /** How lists are answered. */
    enum ListShape {
        TOTAL,
        ARRAY;

        Object of(long total, List<?> data) {
            return switch (this) {
                case TOTAL -> new DocumentView.Total(total, data);
                case ARRAY -> data;
            };
        }
    }

    /** What a reference to a file elsewhere means. */
    enum FileReference {
        AWAIT,
        REJECT
    }

    /** 1 s to 365 days. */
    final class Patience implements Converter<Duration> {

        private static final Duration SHORTEST = Duration.ofSeconds(1);
        private static final Duration LONGEST = Duration.ofDays(365);

        @Override
        public Duration convert(String value) {
            var time = DurationConverter.parseDuration(value);
            if (time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "must be %s to %s, not %s".formatted(SHORTEST, LONGEST, value));
            }
            return time;
        }
    }

    /** An http or https URL, without the slash at its end. */
    final class WebAddress implements Converter<String> {
        @Override
        public String convert(String value) {
            var url = URI.create(value);
            if (url.getHost() == null || !String.valueOf(url.getScheme()).matches("https?")) {
                throw new IllegalArgumentException("must be an http or https URL, not " + value);
            }
            return value.replaceFirst("/+$", "");
        }
    }
}
