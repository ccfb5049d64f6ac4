package vestibule.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** One record of a topic, as a person or a program reads it. */
public record Event(
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        Map<String, String> headers,
        JsonNode data) {

    private static final JsonMapper JSON = new JsonMapper();

    static Event of(ConsumerRecord<@Nullable String, byte @Nullable []> record) {
        var headers = new LinkedHashMap<String, String>();
        record.headers().forEach(header -> headers.put(header.key(), text(header.value())));
        return new Event(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                headers,
                json(text(record.value())));
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, UTF_8);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException notOurs) {
            return TextNode.valueOf(text);
        }
    }

    /** Equal across redeliveries. */
    public String id() {
        return headers.getOrDefault("ce_id", "");
    }

    public String type() {
        return headers.getOrDefault("ce_type", "");
    }

    /** The document it speaks of. */
    public String documentId() {
        return headers.getOrDefault("ce_subject", "");
    }

    /** Headers and data as one line of JSON. */
    public String asJson() {
        var line = JSON.createObjectNode();
        line.put("topic", topic).put("partition", partition).put("offset", offset).put("key", key);
        line.set("headers", JSON.valueToTree(headers));
        line.set("data", data);
        return line.toString();
    }

    /** One line for a person. */
    public String asLine() {
        var line =
                new StringBuilder()
                        .append(headers.getOrDefault("ce_time", "-"))
                        .append("  ")
                        .append(topic)
                        .append("  ")
                        .append(data.path("service").asText("-"))
                        .append("  ")
                        .append(data.path("tenantId").asText("-"));
        var document = data.path("document");
        append(line, "", document, "type");
        append(line, "", document, "side");
        append(line, "", data.path("content"), "mediaType");
        if (data.path("content").has("sizeBytes")) {
            line.append("  ").append(data.path("content").path("sizeBytes").asText()).append(" B");
        }
        append(line, "subject ", data.path("subject"), "id");
        append(line, "reason ", data, "reason");
        return line.append("  document ").append(documentId()).toString();
    }

    private static void append(StringBuilder line, String before, JsonNode from, String field) {
        if (from.hasNonNull(field)) {
            line.append("  ").append(before).append(from.path(field).asText());
        }
    }
}
