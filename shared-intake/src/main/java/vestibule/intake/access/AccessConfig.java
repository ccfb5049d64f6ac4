package vestibule.intake.access;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Settings of {@code vestibule.access}. */
@ConfigMapping(prefix = "vestibule.access")
interface AccessConfig {

    /**
     * Where {@code access.yaml} is mounted. There is no default: without clients nobody comes in.
     */
    Path file();
}
