package vestibule.intake;

import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import java.util.function.Function;
import org.eclipse.microprofile.config.spi.Converter;

/** Refuse at the start, under the key's name, what would only fail at the first request. */
public final class Settings {

    private static final Duration LONGEST_WINDOW = Duration.ofDays(1);

    private Settings() {}

    /** 1 byte or more. */
    public static final class Bytes implements Converter<Long> {
        @Override
        public Long convert(String value) {
            return within(value, Long::valueOf, 1L, Long.MAX_VALUE);
        }
    }

    /** 1 or more. */
    public static final class Count implements Converter<Integer> {
        @Override
        public Integer convert(String value) {
            return within(value, Integer::valueOf, 1, Integer.MAX_VALUE);
        }
    }

    /** {@code true} or {@code false}, where MicroProfile takes any other word for false. */
    public static final class Switch implements Converter<Boolean> {
        @Override
        public Boolean convert(String value) {
            return switch (value) {
                case "true" -> true;
                case "false" -> false;
                default ->
                        throw new IllegalArgumentException("must be true or false, not " + value);
            };
        }
    }

    /** 0, which is no limit, or more. */
    public static final class Requests implements Converter<Integer> {
        @Override
        public Integer convert(String value) {
            return within(value, Integer::valueOf, 0, Integer.MAX_VALUE);
        }
    }

    /** 1 ms to 1 day. */
    public static final class Window implements Converter<Duration> {
        @Override
        public Duration convert(String value) {
            return within(
                    value, DurationConverter::parseDuration, Duration.ofMillis(1), LONGEST_WINDOW);
        }
    }

    private static <T extends Comparable<T>> T within(
            String value, Function<String, T> reading, T least, T most) {
        var read = reading.apply(value);
        if (read.compareTo(least) < 0 || read.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "must be %s to %s, not %s".formatted(least, most, value));
        }
        return read;
    }
}
