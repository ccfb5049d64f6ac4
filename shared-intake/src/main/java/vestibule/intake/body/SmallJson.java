package vestibule.intake.body;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads a JSON object that is small enough to be held whole: UTF-8 without a mark, no name twice,
 * nothing behind it, at most {@value #MAX_DEPTH} deep and {@value #MAX_TOKENS} tokens long, because
 * each takes much more memory as a tree than as text.
 */
public final class SmallJson {

    private static final int MAX_DEPTH = 64;
    private static final int MAX_TOKENS = 10_000;

    private static final JsonMapper STRICT =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(MAX_DEPTH)
                                                    .maxTokenCount(MAX_TOKENS)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private SmallJson() {}

    /** Empty when the bytes are anything else. */
    public static Optional<ObjectNode> object(byte[] bytes) {
        try {
            // Read as text, or Jackson would take UTF-16 and UTF-32 too.
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return STRICT.readTree(text.toString()) instanceof ObjectNode object
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (CharacterCodingException | JsonProcessingException notJson) {
            return Optional.empty();
        }
    }
}
