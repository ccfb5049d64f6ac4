package vestibule.intake.access;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The format of {@code access.yaml}: a list of clients, each with an id and one part per service.
 * The part of this service is read strictly, the parts of others are skipped.
 */
final class AccessFile {

    /** Part of object keys, record keys and log lines: nothing that means something there. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .addModule(new Jdk8Module())
                    .addModule(new JavaTimeModule())
                    .addModule(new DurationModule())
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                    .build();

    private final String service;
    private final Class<? extends ClientAccess> type;

    AccessFile(String service, Class<? extends ClientAccess> type) {
        this.service = service;
        this.type = type;
    }

    /** Throws {@link BrokenAccess} with the place and the reason. */
    Clients read(byte[] yaml) {
        var root = tree(yaml);
        BrokenAccess.unless(root.isObject(), "the file is not a mapping with the key clients");
        root.fieldNames()
                .forEachRemaining(
                        name ->
                                BrokenAccess.unless(
                                        name.equals("clients"), "unknown key beside clients"));
        var list = root.path("clients");
        BrokenAccess.unless(list.isArray(), "clients is not a list");
        Map<String, ClientAccess> parts = new LinkedHashMap<>();
        var ids = new HashSet<String>();
        for (int i = 0; i < list.size(); i++) {
            var client = list.get(i);
            var id = client.path("id").asText("");
            BrokenAccess.unless(
                    client.isObject() && !id.isBlank(), "clients[" + i + "] needs an id");
            BrokenAccess.unless(
                    ID.matcher(id).matches(),
                    "clients["
                            + i
                            + "].id must be 1 to 64 of A-Z a-z 0-9 . _ -, not begin with . _ -");
            BrokenAccess.unless(ids.add(id), "client " + id + " is there twice");
            if (client.hasNonNull(service)) {
                parts.put(id, part(client.get(service), "client " + id + ", " + service));
            }
        }
        return new Clients(parts);
    }

    private static JsonNode tree(byte[] yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (JacksonException e) {
            var at = e.getLocation();
            // Jackson's and SnakeYAML's messages quote the text around, which may be a secret.
            throw BrokenAccess.because(
                    "not sound YAML" + (at == null ? "" : " near line " + at.getLineNr()));
        } catch (IOException e) {
            throw BrokenAccess.because("not readable");
        }
    }

    private ClientAccess part(JsonNode part, String place) {
        try {
            return YAML.treeToValue(part, type);
        } catch (JsonMappingException e) {
            var inside = place + path(e);
            if (e.getCause() instanceof BrokenAccess broken) {
                throw broken.at(inside);
            }
            throw BrokenAccess.because(inside + ": unknown key or a value of the wrong kind");
        } catch (JacksonException e) {
            throw BrokenAccess.because(place + ": not sound");
        }
    }

    private static String path(JsonMappingException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            path.append(
                    step.getFieldName() != null
                            ? "." + step.getFieldName()
                            : "[" + step.getIndex() + "]");
        }
        return path.toString();
    }
}
