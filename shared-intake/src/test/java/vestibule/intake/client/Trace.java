package vestibule.intake.client;

import java.util.UUID;

/** A trace that a client has begun. */
public record Trace(String id) {

    /** The client's own span, under which it sends. */
    public static final String PARENT = "b7ad6b7169203331";

    public static Trace begin() {
        return new Trace(UUID.randomUUID().toString().replace("-", ""));
    }

    /** The header {@code traceparent} of a trace that is exported. */
    public String sampled() {
        return "00-%s-%s-01".formatted(id, PARENT);
    }

    public String unsampled() {
        return "00-%s-%s-00".formatted(id, PARENT);
    }
}
