package vestibule.intake.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vestibule.intake.IntakeConfig;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OutboxSettingsTest {

    @Test
    void nothing_need_be_set() {
        var outbox = TestConfig.of(OutboxConfig.class, Map.of());
        var events = TestConfig.of(EventsConfig.class, Map.of());

        assertThat(outbox.pollInterval()).isEqualTo(Duration.ofMillis(250));
        assertThat(outbox.batchSize()).isEqualTo(500);
        assertThat(events.receivedTopic()).isEqualTo("document-received");
        assertThat(events.deletedTopic()).isEqualTo("document-deleted");
    }

    @ParameterizedTest
    @CsvSource({
        "vestibule.outbox.poll-interval, 5ms",
        "vestibule.outbox.poll-interval, 61s",
        "vestibule.outbox.poll-interval, soon",
        "vestibule.outbox.batch-size, 0",
        "vestibule.outbox.batch-size, 10001",
        "vestibule.outbox.batch-size, many"
    })
    void a_bad_value_is_refused_by_its_key(String key, String value) {
        assertThatThrownBy(() -> TestConfig.of(OutboxConfig.class, Map.of(key, value)))
                .hasMessageContaining(key);
    }

    @ParameterizedTest
    @CsvSource({
        "vestibule.events.received-topic, with space",
        "vestibule.events.deleted-topic, a/b"
    })
    void so_is_a_topic_that_kafka_would_refuse(String key, String value) {
        assertThatThrownBy(() -> TestConfig.of(EventsConfig.class, Map.of(key, value)))
                .hasMessageContaining(key);
    }

    @Test
    void so_is_a_service_that_does_not_exist() {
        var settings = Map.of("vestibule.service", "fax");

        assertThatThrownBy(() -> TestConfig.of(IntakeConfig.class, settings))
                .hasMessageContaining("vestibule.service");
    }

    @Test
    void what_the_promises_rest_on_cannot_be_set() {
        var settings =
                EventProducers.settings(
                        Map.of(
                                "acks", "0",
                                "enable.idempotence", "false",
                                "delivery.timeout.ms", "1000",
                                "max.in.flight.requests.per.connection", "5"));

        assertThat(settings)
                .containsEntry(ProducerConfig.ACKS_CONFIG, "all")
                .containsEntry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true)
                .containsEntry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE)
                .containsEntry(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    }

    @Test
    void security_and_compression_can() {
        var settings =
                EventProducers.settings(
                        Map.of("security.protocol", "SASL_SSL", "compression.type", "zstd"));

        assertThat(settings)
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("compression.type", "zstd");
    }

    @Test
    void what_is_not_the_producers_is_left_out() {
        assertThat(EventProducers.settings(Map.of("group.id", "x"))).doesNotContainKey("group.id");
    }
}
