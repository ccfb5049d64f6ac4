package vestibule.file;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vestibule.intake.Commit;
import vestibule.intake.ReceivedDocument;
import vestibule.intake.scan.Scanner;
import vestibule.intake.storage.Claims;
import vestibule.validation.Dimensions;

/**
 * The rows of files. The hot insert is one statement of the upload's commit; all else goes through
 * Panache.
 */
@Singleton
class FileLedger implements PanacheRepositoryBase<StoredFile, UUID>, Claims {

    private static final String INSERT =
            """
            insert into file (id, client, purpose, name, type, size, sha256, width, height, encrypted,
                              active_content, scan, object_key, event_id, event_time, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String ERASE =
            """
            update file set name = '', sha256 = '', deleted_at = ?
             where id = ? and deleted_at is null and not held""";

    private static final String MINE = "client = ?1 and deletedAt is null";

    private final FileEvents events;
    private final Scanner scanner;

    FileLedger(FileEvents events, Scanner scanner) {
        this.events = events;
        this.scanner = scanner;
    }

    /** One accepted file. */
    record Arrival(String client, FileRecord file, ReceivedDocument document, Purpose purpose) {}

    /** Adds the file's row and its event; the row keeps what a replay of the event needs. */
    void add(Commit commit, Arrival arrival, Optional<String> traceparent) {
        var scan = scanner.outcome();
        var event = events.received(commit, arrival, scan, traceparent);
        var file = arrival.file();
        var facts = arrival.document().facts();
        commit.add(
                INSERT,
                file.id(),
                arrival.client(),
                file.purpose(),
                file.name(),
                file.type(),
                file.size(),
                file.sha256(),
                facts.dimensions().map(Dimensions::width).orElse(null),
                facts.dimensions().map(Dimensions::height).orElse(null),
                facts.encrypted().orElse(null),
                facts.activeContent().orElse(null),
                scan.word(),
                arrival.document().key(),
                event.id(),
                event.time(),
                file.createdAt());
    }

    /** Adds that the file goes; the commit fails when it is gone already, or held. */
    void erase(Commit commit, StoredFile file, Instant now) {
        commit.expect(1, ERASE, now, file.id);
        events.deleted(commit, file, now);
    }

    /** The client's file; another client's is as unknown as none. */
    @Transactional
    Optional<StoredFile> find(String client, UUID id) {
        return find(MINE + " and id = ?2", client, id).firstResultOptional();
    }

    /**
     * The client's files, newest first, after the one with the id {@code cursor} if there is one.
     */
    @Transactional
    List<StoredFile> list(String client, Optional<UUID> cursor, int limit) {
        var newestFirst = Sort.descending("id");
        var query =
                cursor.map(after -> find(MINE + " and id < ?2", newestFirst, client, after))
                        .orElseGet(() -> find(MINE, newestFirst, client));
        return query.range(0, limit - 1).list();
    }

    @Override
    @Transactional
    public Set<String> claimed(Collection<String> keys) {
        var ids = keys.stream().map(FileLedger::idOf).flatMap(Optional::stream).toList();
        var claimed = new HashSet<String>();
        list("id in ?1 and deletedAt is null", ids).forEach(file -> claimed.add(file.objectKey));
        return claimed;
    }

    /** Keys end with the id, so that claims are looked up by the primary key. */
    private static Optional<UUID> idOf(String key) {
        try {
            return Optional.of(UUID.fromString(key.substring(key.lastIndexOf('/') + 1)));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
