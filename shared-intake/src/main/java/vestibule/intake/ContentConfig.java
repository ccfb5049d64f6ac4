package vestibule.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds for pictures, judged by their headers; both inclusive. */
@ConfigMapping(prefix = "vestibule.content")
public interface ContentConfig {

    @WithDefault("100000000")
    long maxPixels();

    @WithDefault("30000")
    long maxSide();
}
