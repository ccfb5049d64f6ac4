package vestibule.media;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import vestibule.intake.Settings;

/** Settings of the media-service. */
@ConfigMapping(prefix = "vestibule.media")
interface MediaConfig {

    /** The longest Base64 of a picture, in characters without white space, inclusive. */
    @WithDefault("25165824")
    @WithConverter(Settings.Bytes.class)
    long maxBase64Chars();

    /** The largest PDF, in bytes, inclusive. */
    @WithDefault("20971520")
    @WithConverter(Settings.Bytes.class)
    long maxPdfBytes();

    /** The largest body of an upload, in bytes, inclusive. */
    @WithDefault("31457280")
    @WithConverter(Settings.Bytes.class)
    long maxRequestBytes();

    /** {@code seed}: codes as the documentation of the upload; {@code table}: as the code table. */
    @WithDefault("seed")
    ErrorCodes errorCodes();

    /** What {@code url}, {@code host} and {@code baseUrl} begin with; unset: as it was asked. */
    Optional<PublicUrl> publicUrl();

    /** {@code vendor}: 5 sessions erased per hour and integration, 10 per 24 h. */
    @WithDefault("off")
    DeleteLimit deleteLimit();

    RateLimit rateLimit();

    /** How often one integration may call. */
    interface RateLimit {

        /** Requests per window over all routes; 0 is no limit. */
        @WithDefault("0")
        @WithConverter(Settings.Requests.class)
        int requests();

        /** The time over which requests are counted; 1 ms to 1 day. */
        @WithDefault("1s")
        @WithConverter(Settings.Window.class)
        Duration window();
    }
}
