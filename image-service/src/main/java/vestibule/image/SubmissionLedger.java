package vestibule.image;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import vestibule.intake.Caller;

/** The rows of submissions; those of another project are as unknown as none. */
@Singleton
class SubmissionLedger implements PanacheRepositoryBase<StoredSubmission, String> {

    private static final String MINE = "tenant = ?1 and project = ?2 and id = ?3";
    private static final String THERE = MINE + " and deletedAt is null";

    /** The caller's submission, unless it is deleted. */
    @Transactional
    Optional<StoredSubmission> find(Caller caller, String id) {
        return SubmissionIds.isOne(id)
                ? find(THERE, caller.tenant(), caller.owner(), id).firstResultOptional()
                : Optional.empty();
    }

    /** The same, and nobody else can change it until the transaction ends. */
    @Transactional
    Optional<StoredSubmission> lock(Caller caller, String id) {
        return SubmissionIds.isOne(id)
                ? find(THERE, caller.tenant(), caller.owner(), id)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .firstResultOptional()
                : Optional.empty();
    }

    /** Those of the caller that a query asks for, newest first; deleted ones are still there. */
    @Transactional
    List<StoredSubmission> list(Caller caller, SubmissionQuery query) {
        var values = new HashMap<>(query.values());
        values.put("tenant", caller.tenant());
        values.put("project", caller.owner());
        return find(
                        "tenant = :tenant and project = :project" + query.conditions(),
                        Sort.descending("createdAt", "id"),
                        values)
                .range(0, query.count())
                .list();
    }

    @Transactional
    void add(StoredSubmission submission) {
        persist(submission);
    }
}
