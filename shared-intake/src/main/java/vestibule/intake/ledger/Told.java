package vestibule.intake.ledger;

/** The two kinds of events, and in which columns of a document's row each is kept. */
enum Told {
    /** Of documents that are still there: they stay until the end of the transaction. */
    RECEIVED("deleted_at is null", "event", " for share"),

    /** Of documents that are gone. */
    DELETED("deleted_event_id is not null", "deleted_event", "");

    private static final String PAGE =
            """
            select * from %1$s \
            where %2$s and (%3$s_time, %3$s_id) > (?, ?) and %3$s_time < ? \
            and tenant = coalesce(?, tenant) order by %3$s_time, %3$s_id limit ?""";

    private static final String COUNT =
            """
            select count(*) from %1$s \
            where %2$s and %3$s_time >= ? and %3$s_time < ? and tenant = coalesce(?, tenant)""";

    private final String condition;
    private final String column;
    private final String lock;

    Told(String condition, String column, String lock) {
        this.condition = condition;
        this.column = column;
        this.lock = lock;
    }

    /** After time and id {@code ?, ?}, before time, of tenant, at most so many. */
    String page(DocumentTable table) {
        return PAGE.formatted(table.name(), condition, column) + lock;
    }

    /** From time, to time, of tenant. */
    String count(DocumentTable table) {
        return COUNT.formatted(table.name(), condition, column);
    }
}
