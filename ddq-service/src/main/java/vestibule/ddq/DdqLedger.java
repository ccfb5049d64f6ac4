package vestibule.ddq;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import vestibule.intake.event.Subject;
import vestibule.intake.ledger.DocumentTable;

/** Where the rows of documents are, and how they are read. */
@Singleton
class DdqLedger implements PanacheRepositoryBase<UploadedDocument, UUID> {

    /** A document belongs to an end user, by the client's own id. */
    @Produces
    @Singleton
    static DocumentTable table() {
        return new DocumentTable(
                "document",
                Subject.Kind.USER,
                List.of("file_name", "ddq_id", "ddq_matched"),
                List.of("file_name"));
    }

    /** Documents of one user, and how many there are in all. */
    record Page(List<UploadedDocument> documents, long total) {}

    /** Newest first. */
    @Transactional
    Page page(Account account, Paging paging) {
        var all = of(account);
        return new Page(all.range(paging.offset(), paging.last()).list(), of(account).count());
    }

    List<UploadedDocument> all(Account account) {
        return of(account).list();
    }

    private PanacheQuery<UploadedDocument> of(Account account) {
        return find(
                "tenant = ?1 and subjectId = ?2 and deletedAt is null",
                Sort.descending("id"),
                account.tenant,
                account.userId);
    }
}
