package vestibule.intake.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.Converter;

/** Where events go. Operators create the topics; the services never do. */
@ConfigMapping(prefix = "vestibule.events")
public interface EventsConfig {

    /** Topic of stored documents; letters, digits, dot, underscore and hyphen, at most 249. */
    @WithDefault("document-received")
    @WithConverter(TopicName.class)
    String receivedTopic();

    /** Topic of removed documents. */
    @WithDefault("document-deleted")
    @WithConverter(TopicName.class)
    String deletedTopic();

    /** Refuses at the start what Kafka would refuse at the first event. */
    final class TopicName implements Converter<String> {

        private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9._-]{1,249}");

        @Override
        public String convert(String value) {
            if (!LEGAL.matcher(value).matches()) {
                throw new IllegalArgumentException("not a Kafka topic name: " + value);
            }
            return value;
        }
    }
}
