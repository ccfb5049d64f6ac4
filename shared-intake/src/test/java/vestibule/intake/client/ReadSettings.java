package vestibule.intake.client;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Settings read as at the start of a service: strictly, but without one. */
public final class ReadSettings {

    private ReadSettings() {}

    public static <C> C settings(Class<C> mapping, Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withDefaultValue("smallrye.config.mapping.validate-unknown", "true")
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .withMapping(mapping)
                .build()
                .getConfigMapping(mapping);
    }
}
