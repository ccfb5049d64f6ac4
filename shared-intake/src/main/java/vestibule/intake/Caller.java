package vestibule.intake;

/**
 * Who calls, as the credentials say.
 *
 * @param tenant the client of {@code access.yaml}: nothing of one tenant is ever shown to another
 * @param owner whose documents these are within the tenant; the tenant itself where the vendor
 *     knows no end users
 */
public record Caller(String tenant, String owner) {

    /** A caller that owns everything of its tenant. */
    public static Caller of(String tenant) {
        return new Caller(tenant, tenant);
    }
}
