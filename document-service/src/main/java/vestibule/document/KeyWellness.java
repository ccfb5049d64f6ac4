package vestibule.document;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Down while the tokens of a trusted issuer cannot be checked. Not part of readiness: all other
 * callers are served.
 */
@Wellness
@Singleton
class KeyWellness implements HealthCheck {

    private final KeySets keys;

    KeyWellness(KeySets keys) {
        this.keys = keys;
    }

    @Override
    public HealthCheckResponse call() {
        var unreadable = keys.unreadable();
        var response = HealthCheckResponse.named("token keys").status(unreadable.isEmpty());
        unreadable.forEach(issuer -> response.withData(issuer, "no keys"));
        return response.build();
    }
}
