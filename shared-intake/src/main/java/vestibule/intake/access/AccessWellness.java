package vestibule.intake.access;

import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Down while {@code access.yaml} is broken. Not part of liveness or readiness: the last good one
 * works.
 */
@Wellness
@Singleton
class AccessWellness implements HealthCheck {

    private final AccessBook book;

    AccessWellness(AccessBook book) {
        this.book = book;
    }

    @Override
    public HealthCheckResponse call() {
        var trouble = book.trouble();
        var response = HealthCheckResponse.named("access file").status(trouble.isEmpty());
        trouble.ifPresent(reason -> response.withData("reason", reason));
        return response.build();
    }
}
