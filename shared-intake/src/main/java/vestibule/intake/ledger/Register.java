package vestibule.intake.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vestibule.intake.Commit;
import vestibule.intake.access.Idempotency;
import vestibule.intake.event.DeletionReason;
import vestibule.intake.event.Envelope;
import vestibule.intake.storage.Removals;
import vestibule.validation.Dimensions;

/**
 * Writes documents down and strikes them out, each with its event, as part of a commit. The row
 * keeps all that a replay of the event needs.
 */
@Singleton
public class Register {

    private static final JsonMapper JSON = new JsonMapper();

    private final String insert;
    private final String erase;
    private final Announcements announcements;
    private final Removals removals;
    private final Idempotency idempotency;
    private final RetentionConfig retention;

    Register(
            DocumentTable table,
            Announcements announcements,
            Removals removals,
            Idempotency idempotency,
            RetentionConfig retention) {
        this.insert = table.insert();
        this.erase = table.erase();
        this.announcements = announcements;
        this.removals = removals;
        this.idempotency = idempotency;
        this.retention = retention;
    }

    /**
     * Adds the document's row and event.
     *
     * @param own the values of the service's own columns, in the order of {@link DocumentTable}
     */
    public void enter(Commit commit, Arrival arrival, @Nullable Object... own) {
        var event = announcements.received(commit, arrival);
        var values = common(arrival, event);
        values.addAll(Arrays.asList(own));
        commit.add(insert, values.toArray());
    }

    /**
     * Adds that the document goes: its row is emptied and its event told, its object is removed
     * soon. An idempotent repeat of its upload finds nothing, unless it was replaced: to upload it
     * again would undo the replacement.
     */
    public void strike(Commit commit, Departure departure) {
        var document = departure.document();
        var event = announcements.deleted(commit, departure);
        commit.expect(
                1,
                departure.otherwise(),
                erase,
                departure.at(),
                departure.reason().word(),
                departure.replacedBy().orElse(null),
                event.id(),
                event.time(),
                document.id);
        removals.append(commit, document.objectKey);
        if (departure.reason() != DeletionReason.REPLACED) {
            idempotency.forget(commit, document.id);
        }
    }

    private List<@Nullable Object> common(Arrival arrival, Envelope event) {
        var document = arrival.document();
        var facts = document.facts();
        var kind = arrival.classification();
        var values = new ArrayList<@Nullable Object>();
        values.add(document.id());
        values.add(arrival.belonging().tenant());
        values.add(arrival.belonging().subject().orElse(null));
        values.add(arrival.occasion().batchId());
        values.add(kind.category().word());
        values.add(kind.type().word());
        values.add(kind.side().word());
        values.add(kind.vendorType());
        values.add(json(arrival.vendor()));
        values.add(facts.type().mime());
        values.add(document.size());
        values.add(document.sha256());
        values.add(facts.dimensions().map(Dimensions::width).orElse(null));
        values.add(facts.dimensions().map(Dimensions::height).orElse(null));
        values.add(facts.encrypted().orElse(null));
        values.add(facts.activeContent().orElse(null));
        values.add(announcements.scan().word());
        values.add(document.key());
        values.add(event.id());
        values.add(event.time());
        values.add(arrival.occasion().at());
        values.add(event.traceparent().orElse(null));
        values.add(retention.keep().map(arrival.occasion().at()::plus).orElse(null));
        return values;
    }

    private static String json(Map<String, Object> vendor) {
        try {
            return JSON.writeValueAsString(vendor);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
