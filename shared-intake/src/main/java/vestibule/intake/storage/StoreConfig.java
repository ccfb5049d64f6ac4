package vestibule.intake.storage;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Where objects go and how. */
@ConfigMapping(prefix = "vestibule.store")
public interface StoreConfig {

    /** The bucket for documents; it must exist. */
    @WithDefault("vestibule")
    String bucket();

    /** Size of the parts of a larger object; S3 takes 5 MiB at least. */
    @WithDefault("8M")
    MemorySize partBytes();

    /**
     * Whether each payload is signed besides carrying its checksum: {@code always}, or {@code
     * auto}, which signs headers and checksum only. The store refuses a payload that differs from
     * its checksum either way.
     */
    @WithDefault("auto")
    PayloadSigning payloadSigning();

    /**
     * The memory that all uploads share for parts; at least one part and 256 KiB, beside a
     * sixteenth (from 12 MiB on) that is kept for bodies of up to 512 KiB. Unset: a quarter of the
     * heap (docs/decisions/jvm.md).
     */
    Optional<MemorySize> bufferBudget();

    /**
     * How long an upload waits for a place in the buffer budget before it is answered as
     * unavailable; a body of up to 512 KiB, which may have come already, at most 4 s.
     */
    @WithDefault("60s")
    Duration bufferPatience();

    /** Threads that talk to the store and the database for uploads. */
    @WithDefault("16")
    int senders();

    /** Downloads at the same time; more are answered as unavailable. */
    @WithDefault("40")
    int downloads();

    /** Uploads that may wait for a place in the buffer budget; more are answered as unavailable. */
    @WithDefault("128")
    int waitingUploads();

    /** What a payload's signature covers. */
    enum PayloadSigning {
        AUTO,
        ALWAYS
    }
}
