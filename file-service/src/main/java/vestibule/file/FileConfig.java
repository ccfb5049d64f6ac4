package vestibule.file;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import vestibule.intake.Settings;
import vestibule.intake.access.RateLimiting;

/** Settings of the file-service. */
@ConfigMapping(prefix = "vestibule.file")
interface FileConfig {

    /** The largest file, in bytes, inclusive. */
    @WithDefault("209715200")
    @WithConverter(Settings.Bytes.class)
    long maxFileBytes();

    /** The smallest file, in bytes, inclusive. */
    @WithDefault("15")
    @WithConverter(Settings.Bytes.class)
    long minFileBytes();

    /**
     * The largest request body, in bytes, inclusive; more is answered like a file that is too
     * large.
     */
    @WithDefault("210763776")
    @WithConverter(Settings.Bytes.class)
    long maxRequestBytes();

    /** Parts of one form; more make it invalid. */
    @WithDefault("20")
    @WithConverter(Settings.Count.class)
    int maxParts();

    /** Bytes of one part's header; more make the form invalid. */
    @WithDefault("16384")
    @WithConverter(Settings.Count.class)
    int maxPartHeaderBytes();

    /** True: every request of a known client is answered with 503. */
    @WithDefault("false")
    @WithConverter(Settings.Switch.class)
    boolean maintenance();

    RateLimit rateLimit();

    /** How often one client may call. */
    interface RateLimit {

        /**
         * {@code service}: counted here, per replica; {@code gateway}: Envoy counts and sends the
         * headers.
         */
        @WithDefault("service")
        RateLimiting.Mode mode();

        /** Requests per window and client over all routes; 0 is no limit. */
        @WithDefault("50")
        @WithConverter(Settings.Requests.class)
        int requests();

        /** The time over which requests are counted; 1 ms to 1 day. */
        @WithDefault("1s")
        @WithConverter(Settings.Window.class)
        Duration window();
    }
}
