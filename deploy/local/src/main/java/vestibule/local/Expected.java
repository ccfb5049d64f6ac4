package vestibule.local;

import java.util.List;
import java.util.function.Predicate;
import vestibule.consumer.Event;

/** The events that an accepted sample must lead to. */
record Expected(int events, Predicate<Event> isOne) {

    private static final String RECEIVED = "document-received";

    /** One of each of these documents. */
    static Expected ofDocuments(List<String> ids) {
        return new Expected(ids.size(), event -> ids.contains(event.documentId()));
    }

    /** One arrival for this subject, where the answer names no document. */
    static Expected ofSubject(String subject) {
        return new Expected(
                1,
                event ->
                        event.topic().equals(RECEIVED)
                                && event.data().at("/subject/id").asText().equals(subject));
    }
}
