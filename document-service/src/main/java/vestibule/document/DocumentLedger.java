package vestibule.document;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import vestibule.intake.Caller;
import vestibule.intake.event.Subject;
import vestibule.intake.ledger.DocumentTable;

/** Where the rows of documents are, and how they are read; another owner's are as none. */
@Singleton
class DocumentLedger {

    private static final String MINE = " where tenant = ?1 and owner = ?2";
    private static final String KEPT =
            "from KeptDocument where tenant = ?1 and subjectId = ?2 and number = ?3"
                    + " and deletedAt is null";

    private final EntityManager rows;

    DocumentLedger(EntityManager rows) {
        this.rows = rows;
    }

    @Produces
    @Singleton
    static DocumentTable table() {
        return new DocumentTable(
                "document",
                Subject.Kind.CLIENT,
                List.of("number", "type_id", "name", "create_time", "update_time"),
                List.of("name", "comment"));
    }

    /** One page, and how many there are in all. */
    record Page(List<DocumentRecord> documents, long total) {}

    @Transactional
    Optional<DocumentRecord> find(Caller caller, long number) {
        return one("from ListedDocument" + MINE + " and number = ?3", caller, number)
                .map(found -> ((ListedDocument) found).record());
    }

    @Transactional
    Optional<KeptDocument> kept(Caller caller, long number) {
        return one(KEPT, caller, number).map(KeptDocument.class::cast);
    }

    @Transactional
    Optional<AwaitedDocument> awaited(Caller caller, long number) {
        return one("from AwaitedDocument" + MINE + " and number = ?3", caller, number)
                .map(AwaitedDocument.class::cast);
    }

    @Transactional
    Page list(Caller caller, ListQuery query) {
        var total =
                rows.createQuery("select count(*) from ListedDocument" + MINE, Long.class)
                        .setParameter(1, caller.tenant())
                        .setParameter(2, caller.owner())
                        .getSingleResult();
        var page =
                rows.createQuery(
                                "from ListedDocument" + MINE + " order by " + query.order(),
                                ListedDocument.class)
                        .setParameter(1, caller.tenant())
                        .setParameter(2, caller.owner())
                        .setFirstResult(query.offset().orElseThrow())
                        .setMaxResults(query.limit().orElseThrow())
                        .getResultStream()
                        .map(ListedDocument::record)
                        .toList();
        return new Page(page, total);
    }

    private Optional<Object> one(String query, Caller caller, long number) {
        return rows.createQuery(query, Object.class)
                .setParameter(1, caller.tenant())
                .setParameter(2, caller.owner())
                .setParameter(3, number)
                .getResultStream()
                .findFirst();
    }
}
