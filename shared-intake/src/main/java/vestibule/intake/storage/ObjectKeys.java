package vestibule.intake.storage;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import vestibule.intake.IntakeConfig;

/**
 * Names objects {@code <service>/<tenant>/yyyy/MM/dd/HH/<id>}, by the hour (UTC) of their arrival:
 * nothing personal, and what is recent can be listed without the rest.
 */
@Singleton
public class ObjectKeys {

    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("yyyy/MM/dd/HH/").withZone(ZoneOffset.UTC);

    private final String service;
    private final Clock clock;

    ObjectKeys(IntakeConfig config, Clock clock) {
        this.service = config.service().word() + "/";
        this.clock = clock;
    }

    /** The key of a document that arrives now. */
    public String of(String tenant, UUID id) {
        return service + tenant + "/" + HOUR.format(clock.instant()) + id;
    }

    /** What all keys of this service begin with; the tenants are its folders. */
    String root() {
        return service;
    }

    /** Holds the name of the database that claims the objects; beside the tenants' folders. */
    String owner() {
        return service + ".owner";
    }

    /** The time by which keys are made. */
    Instant now() {
        return clock.instant();
    }

    /** What the keys of a tenant's documents begin with that arrived between the two, inclusive. */
    List<String> hours(String tenantFolder, Instant from, Instant to) {
        return Stream.iterate(
                        from.truncatedTo(ChronoUnit.HOURS),
                        hour -> !hour.isAfter(to),
                        hour -> hour.plus(1, ChronoUnit.HOURS))
                .map(hour -> tenantFolder + HOUR.format(hour))
                .toList();
    }
}
