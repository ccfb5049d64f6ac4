package vestibule.intake.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import vestibule.intake.ServiceName;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ObjectKeysTest {

    private static final Instant NOW = Instant.parse("2026-12-31T23:59:59Z");

    private final ObjectKeys keys =
            new ObjectKeys(() -> ServiceName.FILE, Clock.fixed(NOW, ZoneOffset.ofHours(5)));

    @Test
    void name_an_object_by_the_utc_hour_of_its_arrival() {
        var id = UUID.fromString("0199f6c2-7d3e-7c41-9a53-5b7f0c7f1f10");

        assertThat(keys.of("acme", id)).isEqualTo("file/acme/2026/12/31/23/" + id);
    }

    @Test
    void tell_every_hour_between_two_times() {
        var hours = keys.hours("file/acme/", NOW.minusSeconds(7200), NOW.plusSeconds(1));

        assertThat(hours)
                .containsExactly(
                        "file/acme/2026/12/31/21/",
                        "file/acme/2026/12/31/22/",
                        "file/acme/2026/12/31/23/",
                        "file/acme/2027/01/01/00/");
    }
}
