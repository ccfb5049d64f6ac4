package vestibule.image;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import vestibule.intake.Settings;

/** Settings of the image-service. */
@ConfigMapping(prefix = "vestibule.image")
interface ImageConfig {

    /** The largest picture, decoded, in bytes, inclusive. */
    @WithDefault("10485760")
    @WithConverter(Settings.Bytes.class)
    long maxImageBytes();

    /** The largest request body, in bytes, inclusive. */
    @WithDefault("67108864")
    @WithConverter(Settings.Bytes.class)
    long maxRequestBytes();

    /**
     * The largest part of a form, or string of a JSON object, in bytes as sent, inclusive: at least
     * 1.4 times a picture, for its Base64 and line breaks.
     */
    @WithDefault("15728640")
    @WithConverter(Settings.Bytes.class)
    long maxFieldBytes();

    /** Parts of one form; more make it invalid. */
    @WithDefault("32")
    @WithConverter(Settings.Count.class)
    int maxParts();

    /** Bytes of one part's header; more make the form invalid. */
    @WithDefault("16384")
    @WithConverter(Settings.Count.class)
    int maxPartHeaderBytes();

    /** The status of {@code processing_error}: 400 as documented, or 500. */
    @WithDefault("400")
    @WithConverter(FaultStatus.class)
    int processingErrorStatus();

    RateLimit rateLimit();

    /** How often one key may call. */
    interface RateLimit {

        /** Requests per window and key over all routes; 0 is no limit. */
        @WithDefault("0")
        @WithConverter(Settings.Requests.class)
        int requests();

        /** The time over which requests are counted; 1 ms to 1 day. */
        @WithDefault("1s")
        @WithConverter(Settings.Window.class)
        Duration window();
    }
}
