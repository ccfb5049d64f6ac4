package vestibule.ddq;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vestibule.intake.body.SmallJson;

/**
 * The field {@code file_types}: the document type of each file by its name.
 *
 * @param words in the order of the JSON; what is no string there is its compact JSON here
 */
record FileTypes(Map<String, String> words) {

    FileTypes {
        words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
    }

    static Optional<FileTypes> parse(byte[] json) {
        return SmallJson.object(json)
                .map(
                        object -> {
                            var words = new LinkedHashMap<String, String>();
                            object.properties()
                                    .forEach(type -> words.put(type.getKey(), word(type)));
                            return new FileTypes(words);
                        });
    }

    private static String word(Map.Entry<String, JsonNode> type) {
        var value = type.getValue();
        return value.isTextual() ? value.textValue() : value.toString();
    }

    /** The first name of none of these files, or of one that was named before. */
    Optional<String> firstWithoutFile(List<SentFile> files) {
        var unnamed = new ArrayList<>(files);
        return words.keySet().stream().filter(key -> !takeFrom(unnamed, key)).findFirst();
    }

    private static boolean takeFrom(List<SentFile> unnamed, String key) {
        var found = unnamed.stream().filter(file -> file.isCalled(key)).findFirst();
        found.ifPresent(unnamed::remove);
        return found.isPresent();
    }

    Optional<String> wordOf(SentFile file) {
        return Optional.ofNullable(words.get(file.name()))
                .or(() -> Optional.ofNullable(words.get(file.wireName())));
    }
}
