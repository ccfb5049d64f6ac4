package vestibule.intake.scan;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/** {@code vestibule.scan.*} as a service reads it. */
final class ScanSettings {

    private ScanSettings() {}

    static ScanConfig of(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(ScanConfig.class)
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(ScanConfig.class);
    }

    /** A scanner there, given up after a fraction of a second. */
    static ScanConfig impatient(String address) {
        var settings = new HashMap<String, String>();
        settings.put("vestibule.scan.address", address);
        settings.put("vestibule.scan.write-timeout", "300ms");
        settings.put("vestibule.scan.verdict-timeout", "400ms");
        settings.put("vestibule.scan.bytes-per-second", "1000000000");
        return of(settings);
    }
}
