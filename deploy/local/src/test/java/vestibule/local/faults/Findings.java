package vestibule.local.faults;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a service has made.
 *
 * @param rows by id
 * @param objects the SHA-256 of each that can be read, by key
 * @param told in the order of their partitions, again where they were told again
 */
record Findings(Map<String, Books.Row> rows, Map<String, String> objects, List<Events.Told> told) {

    /** What has come since, and the events of it. */
    Findings since(Findings before) {
        var newRows = new HashMap<>(rows);
        newRows.keySet().removeAll(before.rows.keySet());
        var newObjects = new HashMap<>(objects);
        newObjects.keySet().removeAll(before.objects.keySet());
        var newlyTold =
                told.stream().filter(one -> !before.rows.containsKey(one.documentId())).toList();
        return new Findings(newRows, newObjects, newlyTold);
    }

    /** The rows that have been told and whose bytes are there. */
    Set<Books.Row> whole() {
        var documents = told.stream().map(Events.Told::documentId).collect(Collectors.toSet());
        return rows.values().stream()
                .filter(row -> documents.contains(row.id()))
                .filter(row -> row.sha256().equals(objects.get(row.key())))
                .collect(Collectors.toSet());
    }
}
