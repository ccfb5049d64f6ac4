package vestibule.ddq;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import vestibule.intake.Ids;

/** What the uploads of this service need. */
@Singleton
class DdqDesk {

    private final DdqConfig config;
    private final DdqRules rules;
    private final Standings standings;
    private final Filing filing;
    private final Ids ids;

    DdqDesk(DdqConfig config, DdqRules rules, Standings standings, Filing filing, Clock clock) {
        this.config = config;
        this.rules = rules;
        this.standings = standings;
        this.filing = filing;
        this.ids = new Ids(clock);
    }

    DdqConfig config() {
        return config;
    }

    DdqRules rules() {
        return rules;
    }

    Standings standings() {
        return standings;
    }

    Filing filing() {
        return filing;
    }

    UUID newId() {
        return ids.next();
    }
}
