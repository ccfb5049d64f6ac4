package vestibule.intake.outbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Kafka keeps the order of a key within one topic only. So that nobody hears that a document is
 * gone before hearing that it came, rows of one key that change topic go in different waves, each
 * sent when the one before is acknowledged.
 */
final class Waves {

    private final List<List<OutboxRow>> waves = new ArrayList<>();
    private final Map<String, Last> lastByKey = new HashMap<>();

    private Waves() {}

    static List<List<OutboxRow>> of(List<OutboxRow> rows) {
        var sorted = new Waves();
        rows.forEach(sorted::add);
        return sorted.waves;
    }

    private void add(OutboxRow row) {
        var last = lastByKey.getOrDefault(row.key(), new Last(row.topic(), 0));
        int wave = last.topic.equals(row.topic()) ? last.wave : last.wave + 1;
        lastByKey.put(row.key(), new Last(row.topic(), wave));
        if (wave == waves.size()) {
            waves.add(new ArrayList<>());
        }
        waves.get(wave).add(row);
    }

    private record Last(String topic, int wave) {}
}
