package vestibule.intake.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * The published schemas, made strict: a producer may not send what the schema does not name,
 * although consumers must read over it.
 */
public final class EventSchema {

    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonSchema RECEIVED = strict("document-received-v1.json");
    private static final JsonSchema DELETED = strict("document-deleted-v1.json");
    private static final JsonSchema ENVELOPE = strict("envelope-v1.json");

    private EventSchema() {}

    /** What is wrong with this data of a {@code document-received} event. */
    public static List<String> faultsOfReceived(String data) {
        return faults(RECEIVED, data);
    }

    /** What is wrong with this data of a {@code document-deleted} event. */
    public static List<String> faultsOfDeleted(String data) {
        return faults(DELETED, data);
    }

    /** What is wrong with these headers of an event. */
    static List<String> faultsOfHeaders(Map<String, String> headers) {
        return faults(ENVELOPE, JSON.valueToTree(headers));
    }

    private static List<String> faults(JsonSchema schema, JsonNode data) {
        return schema.validate(data).stream().map(ValidationMessage::getMessage).toList();
    }

    private static List<String> faults(JsonSchema schema, String data) {
        return faults(schema, read(data));
    }

    static JsonNode read(String data) {
        try {
            return JSON.readTree(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode published(String name) {
        try (var file =
                EventSchema.class.getResourceAsStream("/META-INF/vestibule/schema/" + name)) {
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonSchema strict(String name) {
        var schema = published(name);
        close(schema);
        schema.path("$defs").forEach(EventSchema::close);
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        schema,
                        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties")) {
            object.put("additionalProperties", false);
            object.get("properties").forEach(EventSchema::close);
        }
    }
}
