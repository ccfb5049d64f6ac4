package vestibule.intake.storage;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import vestibule.embedded.S3Server;

/** Settings of the store for tests. */
public record StoreSettings(long part, OptionalLong budget) implements StoreConfig {

    public static final StoreSettings DEFAULT = new StoreSettings(8L << 20, OptionalLong.empty());

    @Override
    public String bucket() {
        return S3Server.BUCKET;
    }

    @Override
    public MemorySize partBytes() {
        return new MemorySize(BigInteger.valueOf(part));
    }

    @Override
    public PayloadSigning payloadSigning() {
        return PayloadSigning.AUTO;
    }

    @Override
    public Optional<MemorySize> bufferBudget() {
        return budget.isEmpty()
                ? Optional.empty()
                : Optional.of(new MemorySize(BigInteger.valueOf(budget.getAsLong())));
    }

    @Override
    public Duration bufferPatience() {
        return Duration.ofSeconds(30);
    }

    @Override
    public int senders() {
        return 16;
    }

    @Override
    public int downloads() {
        return 40;
    }

    @Override
    public int waitingUploads() {
        return 128;
    }
}
