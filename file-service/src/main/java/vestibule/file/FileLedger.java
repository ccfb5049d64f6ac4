package vestibule.file;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vestibule.intake.event.Subject;
import vestibule.intake.ledger.DocumentTable;

/** Where the rows of files are, and how they are read. */
@Singleton
class FileLedger implements PanacheRepositoryBase<StoredFile, UUID> {

    private static final String MINE = "tenant = ?1 and deletedAt is null";

    /** A file has no subject. */
    @Produces
    @Singleton
    static DocumentTable table() {
        return new DocumentTable(
                "file", Subject.Kind.NONE, List.of("name", "type"), List.of("name"));
    }

    /** The tenant's file; another tenant's is as unknown as none. */
    @Transactional
    Optional<StoredFile> find(String tenant, UUID id) {
        return find(MINE + " and id = ?2", tenant, id).firstResultOptional();
    }

    /**
     * The tenant's files, newest first, after the one with the id {@code cursor} if there is one.
     */
    @Transactional
    List<StoredFile> list(String tenant, Optional<UUID> cursor, int limit) {
        var newestFirst = Sort.descending("id");
        var query =
                cursor.map(after -> find(MINE + " and id < ?2", newestFirst, tenant, after))
                        .orElseGet(() -> find(MINE, newestFirst, tenant));
        return query.range(0, limit - 1).list();
    }
}
