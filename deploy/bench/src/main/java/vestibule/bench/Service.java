package vestibule.bench;

import java.util.Locale;

/** The five services, and the table in which each keeps its documents. */
enum Service {
    FILE("file"),
    DDQ("document"),
    IMAGE("picture"),
    MEDIA("media"),
    DOCUMENT("document");

    private final String table;

    Service(String table) {
        this.table = table;
    }

    String table() {
        return table;
    }

    String title() {
        return name().toLowerCase(Locale.ROOT) + "-service";
    }
}
