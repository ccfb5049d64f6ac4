package vestibule.intake.access;

/** What one service says about who may come in. Every service has exactly one bean of this. */
public interface AccessRules {

    /** The name of the service's part in {@code access.yaml}, for example {@code file}. */
    String service();

    /** The shape of that part. */
    Class<? extends ClientAccess> part();

    Credentials credentials();

    RateLimiting rateLimiting();

    /** True while every request of a known caller is to be answered with 503. */
    default boolean maintenance() {
        return false;
    }
}
