package vestibule.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds for pictures, judged by their headers; both inclusive. */
@ConfigMapping(prefix = "vestibule.content")
public interface ContentConfig {

    /** Pixels of a picture, width times height, inclusive. */
    @WithDefault("100000000")
    long maxPixels();

    /** Pixels of a side, inclusive. */
    @WithDefault("30000")
    long maxSide();
}
