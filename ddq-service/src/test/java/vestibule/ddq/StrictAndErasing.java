package vestibule.ddq;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The two settings that are not the default, in the one other start of the service. */
public final class StrictAndErasing implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("vestibule.ddq.ddq-id", "strict", "vestibule.ddq.delete-account", "erase");
    }
}
