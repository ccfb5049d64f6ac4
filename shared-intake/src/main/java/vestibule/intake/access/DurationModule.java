package vestibule.intake.access;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.runtime.configuration.DurationConverter;
import java.io.IOException;
import java.time.Duration;

/** Durations as the settings write them: {@code 1s}, {@code 500ms}, {@code 1m}, {@code PT1S}. */
final class DurationModule extends SimpleModule {

    DurationModule() {
        addDeserializer(Duration.class, new Reader());
    }

    private static final class Reader extends StdDeserializer<Duration> {

        private Reader() {
            super(Duration.class);
        }

        @Override
        public Duration deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            try {
                return DurationConverter.parseDuration(parser.getValueAsString(""));
            } catch (IllegalArgumentException e) {
                throw BrokenAccess.because("not a duration such as 1s, 500ms or 1m");
            }
        }
    }
}
