package vestibule.intake.scan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.Converter;
import vestibule.intake.Settings;

/** Where the content scanner is, and how long it is waited for. */
@ConfigMapping(prefix = "vestibule.scan")
public interface ScanConfig {

    /** {@code host:port} of a clamd; empty: documents are not scanned. */
    @WithConverter(Address.class)
    Optional<InetSocketAddress> address();

    /** How long a connection may take, the look-up of the name included. */
    @WithDefault("1s")
    @WithConverter(Settings.Window.class)
    Duration connectTimeout();

    /** How long the scanner may leave bytes unread while there are more. */
    @WithDefault("3s")
    @WithConverter(Settings.Window.class)
    Duration writeTimeout();

    /**
     * How long its answer may take after the last byte, beside the time to look at them all; 4 s
     * keep a 503 within 5 s.
     */
    @WithDefault("4s")
    @WithConverter(Settings.Window.class)
    Duration verdictTimeout();

    /** The bytes that it looks at in a second, however busy: a long document takes longer. */
    @WithDefault("8388608")
    @WithConverter(Settings.Bytes.class)
    long bytesPerSecond();

    /** How long the answer about a document of this length is waited for. */
    default Duration patience(long length) {
        return verdictTimeout().plusMillis(length * 1000 / bytesPerSecond());
    }

    /** A name or an address, IPv6 in brackets, and a port; the name is looked up at every use. */
    final class Address implements Converter<InetSocketAddress> {

        private static final Pattern LEGAL =
                Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^\\s:/\\[\\]]+):([0-9]{1,5})");

        @Override
        public InetSocketAddress convert(String value) {
            var parts = LEGAL.matcher(value);
            var port = parts.matches() ? Integer.parseInt(parts.group(2)) : 0;
            if (port < 1 || port > 0xffff) {
                throw new IllegalArgumentException("must be host:port, not " + value);
            }
            return InetSocketAddress.createUnresolved(parts.group(1), port);
        }
    }
}
