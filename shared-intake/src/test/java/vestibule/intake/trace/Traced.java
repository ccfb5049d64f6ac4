package vestibule.intake.trace;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import vestibule.embedded.StackPorts;

/** The probe with a collector: whichever a test makes at that port. */
public final class Traced implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("vestibule.traces.endpoint", "http://127.0.0.1:" + StackPorts.freePort());
    }
}
