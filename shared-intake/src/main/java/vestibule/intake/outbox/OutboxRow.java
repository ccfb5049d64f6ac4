package vestibule.intake.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * One waiting event as the table holds it.
 *
 * @param headers a flat JSON object in the headers' order
 * @param replayed sent before, and once more at the operator's wish
 */
record OutboxRow(
        long seq, String topic, String key, String headers, String data, boolean replayed) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<LinkedHashMap<String, String>> HEADERS =
            new TypeReference<>() {};

    static String written(Map<String, String> headers) {
        try {
            return JSON.writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    ProducerRecord<String, String> toRecord() {
        var sent = new ProducerRecord<>(topic, key, data);
        try {
            JSON.readValue(headers, HEADERS)
                    .forEach(
                            (name, value) ->
                                    sent.headers()
                                            .add(name, value.getBytes(StandardCharsets.UTF_8)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
        return sent;
    }
}
