package vestibule.intake.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** An event as consumers get it, held against the published schemas and against itself. */
public record PublishedEvent(String key, Map<String, String> headers, String data) {

    public static PublishedEvent of(ConsumerRecord<String, String> record) {
        var headers = new LinkedHashMap<String, String>();
        record.headers().forEach(one -> headers.put(one.key(), new String(one.value(), UTF_8)));
        return new PublishedEvent(record.key(), headers, record.value());
    }

    /** The record, unless there is something wrong with it. */
    public static ConsumerRecord<String, String> sound(ConsumerRecord<String, String> record) {
        var faults = of(record).faults();
        if (!faults.isEmpty()) {
            throw new AssertionError("an event as none may be: " + faults + " in " + record);
        }
        return record;
    }

    /** All that is wrong with it. */
    public List<String> faults() {
        var faults = new ArrayList<>(EventSchema.faultsOfHeaders(headers));
        if (isReceived()) {
            faults.addAll(EventSchema.faultsOfReceived(data));
        } else {
            faults.addAll(EventSchema.faultsOfDeleted(data));
        }
        var says = headersBy(EventSchema.read(data));
        says.forEach(
                (name, value) -> {
                    if (!value.equals(headers.get(name))) {
                        faults.add(name + " should be " + value + ", as the data says");
                    }
                });
        if (!Objects.equals(says.get("ce_partitionkey"), key)) {
            faults.add("the key is " + key);
        }
        return faults;
    }

    private boolean isReceived() {
        return "vestibule.document-received.v1".equals(headers.get("ce_type"));
    }

    private Map<String, String> headersBy(JsonNode said) {
        var document = said.path("documentId").asText();
        var owner = said.at("/subject/id");
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_source", "/vestibule/" + said.path("service").asText() + "-service");
        headers.put("ce_subject", document);
        headers.put(
                "ce_partitionkey",
                said.path("tenantId").asText()
                        + "/"
                        + (owner.isNull() ? document : owner.asText()));
        if (isReceived()) {
            headers.put(
                    "ce_dataref",
                    "s3://"
                            + said.at("/object/bucket").asText()
                            + "/"
                            + said.at("/object/key").asText());
        }
        return headers;
    }
}
