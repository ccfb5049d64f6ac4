package vestibule.intake.trace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.Converter;

/** Where spans go. */
@ConfigMapping(prefix = "vestibule.traces")
public interface TraceConfig {

    /**
     * The collector that takes a span of every request (OTLP over HTTP, protobuf), for example
     * {@code http://collector:4318}; {@code /v1/traces} is added. Empty: there are no spans.
     */
    @WithConverter(Collector.class)
    Optional<URI> endpoint();

    /**
     * The share of the traces begun here that is exported, 0 to 1. A client that sends a {@code
     * traceparent} has decided for its own.
     */
    @WithDefault("1.0")
    @WithConverter(Share.class)
    double ratio();

    /** A URL without credentials: it is told in the log. */
    final class Collector implements Converter<URI> {

        private static final String PATH = "/v1/traces";

        @Override
        public URI convert(String value) {
            var url = URI.create(value.strip().replaceAll("/+$", ""));
            if (!("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                    || url.getHost() == null
                    || url.getUserInfo() != null
                    || url.getQuery() != null
                    || url.getFragment() != null) {
                throw new IllegalArgumentException("must be a URL like http://host:4318");
            }
            return URI.create(url + PATH);
        }
    }

    /** 0 to 1. */
    final class Share implements Converter<Double> {
        @Override
        public Double convert(String value) {
            var share = Double.valueOf(value);
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("must be 0 to 1, not " + value);
            }
            return share;
        }
    }
}
