package vestibule.ddq;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import vestibule.intake.Settings;

/** Settings of the ddq-service. */
@ConfigMapping(prefix = "vestibule.ddq")
interface DdqConfig {

    /** What becomes of a {@code ddq_id} that no request of the user has. */
    enum DdqIds {
        /** It is kept as it was sent. */
        RECORD,
        /** The upload is refused. */
        STRICT
    }

    /** What becomes of the documents of a user whose account is deleted. */
    enum Deletion {
        KEEP,
        ERASE
    }

    /** The largest file, in bytes, inclusive. */
    @WithDefault("10485760")
    @WithConverter(Settings.Bytes.class)
    long maxFileBytes();

    /** Files of one request. */
    @WithDefault("20")
    @WithConverter(Settings.Count.class)
    int maxFiles();

    /** The largest request body, in bytes, inclusive. */
    @WithDefault("210763776")
    @WithConverter(Settings.Bytes.class)
    long maxRequestBytes();

    /** The largest {@code file_types}, in bytes, inclusive. */
    @WithDefault("65536")
    @WithConverter(Settings.Count.class)
    int maxFileTypesBytes();

    /** Parts of one form; more make it malformed. */
    @WithDefault("64")
    @WithConverter(Settings.Count.class)
    int maxParts();

    /** Bytes of one part's header; more make the form malformed. */
    @WithDefault("16384")
    @WithConverter(Settings.Count.class)
    int maxPartHeaderBytes();

    /**
     * A {@code ddq_id} that no request of the user has: {@code record} keeps it as it was sent,
     * {@code strict} refuses the upload.
     */
    @WithDefault("record")
    DdqIds ddqId();

    /** The documents of a user whose account is deleted: {@code keep} or {@code erase}. */
    @WithDefault("keep")
    Deletion deleteAccount();

    RateLimit rateLimit();

    /** How often one client may call. */
    interface RateLimit {

        /** Requests per window and client over all routes; 0 is no limit. */
        @WithDefault("0")
        @WithConverter(Settings.Requests.class)
        int requests();

        /** The time over which requests are counted; 1 ms to 1 day. */
        @WithDefault("10s")
        @WithConverter(Settings.Window.class)
        Duration window();
    }
}
