package vestibule.ddq;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vestibule.intake.Commit;

/** The forms that end users are asked to submit. */
@Singleton
class EddqRequests implements PanacheRepositoryBase<EddqRequest, Long> {

    private static final String WITH_USER =
            "from EddqRequest r join fetch r.account a where a.tenant = ?1 and a.closedAt is null";

    private static final String PARTLY_SUBMITTED =
            """
            update eddq_request set status = 'PARTIAL_SUBMISSION', updated_at = ?
            where id = ? and status in ('REQUESTED', 'PARTIAL_SUBMISSION')
            """;

    private final Accounts accounts;
    private final Clock clock;

    EddqRequests(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Asks the user for a form; empty when the client has no such user. */
    @Transactional
    Optional<EddqRequest> open(String tenant, NewEddqRequest wanted) {
        return accounts.lock(tenant, wanted.userId())
                .map(
                        account -> {
                            var request = new EddqRequest();
                            request.account = account;
                            request.ddqId = wanted.ddqId();
                            request.requiredForm = wanted.requiredForm();
                            request.createdAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
                            request.updatedAt = request.createdAt;
                            persist(request);
                            return request;
                        });
    }

    /** Those of all users of the client, or of one. */
    @Transactional
    List<EddqRequest> list(String tenant, Optional<Account> user) {
        var oldestFirst = Sort.by("r.id");
        return user.map(one -> find(WITH_USER + " and a.id = ?2", oldestFirst, tenant, one.id))
                .orElseGet(() -> find(WITH_USER, oldestFirst, tenant))
                .list();
    }

    /**
     * The outstanding request that the user means by this id: first by that of the form, the newest
     * of several, then by that of the request.
     */
    @Transactional
    Optional<EddqRequest> outstanding(Account account, String ddqId) {
        return meant(outstanding(account), ddqId);
    }

    /** The same, kept as it is until the transaction ends. */
    Optional<EddqRequest> lockOutstanding(Account account, String ddqId) {
        return meant(outstanding(account).withLock(LockModeType.PESSIMISTIC_WRITE), ddqId);
    }

    private PanacheQuery<EddqRequest> outstanding(Account account) {
        return find(
                "account.id = ?1 and status in ?2",
                Sort.descending("id"),
                account.id,
                List.of(EddqRequest.Status.REQUESTED, EddqRequest.Status.PARTIAL_SUBMISSION));
    }

    private static Optional<EddqRequest> meant(PanacheQuery<EddqRequest> newestFirst, String id) {
        var requests = newestFirst.list();
        return first(requests, id, request -> request.ddqId)
                .or(() -> first(requests, id, request -> request.id));
    }

    private static Optional<EddqRequest> first(
            List<EddqRequest> requests, String id, Function<EddqRequest, Number> number) {
        return requests.stream()
                .filter(request -> number.apply(request).toString().equals(id))
                .findFirst();
    }

    /**
     * Adds that a document was submitted for the request, which must be outstanding still.
     *
     * @param ddqId as the client called it
     */
    static void submitted(Commit commit, EddqRequest request, String ddqId, Instant at) {
        var gone = new DdqRefusal.DdqIdInvalid(ddqId);
        commit.expect(1, gone, PARTLY_SUBMITTED, at, request.id);
    }
}
