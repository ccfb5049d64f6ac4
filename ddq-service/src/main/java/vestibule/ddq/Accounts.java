package vestibule.ddq;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vestibule.intake.Commit;
import vestibule.intake.Commits;
import vestibule.validation.Refusal;

/** The end users of each client; another client's are as unknown as none. */
@Singleton
class Accounts implements PanacheRepositoryBase<Account, Long> {

    /** Until the operator says more. */
    static final String PENDING = "PENDING";

    private static final String THIS = "tenant = ?1 and userId = ?2";
    private static final String OPEN = " and closedAt is null";

    private static final String INSERT =
            """
            insert into account (tenant, user_id, account_type, account_role, advisor_user_id,
                                 email, first_name, last_name, phone_number, status, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (tenant, user_id) do nothing
            """;

    /** Lock and check in one: waits for a closing under way, and then finds no open account. */
    private static final String TOUCH =
            "update account set last_upload_at = ? where id = ? and closed_at is null";

    private static final String CLOSE =
            "update account set closed_at = ? where id = ? and closed_at is null";

    private static final String FORGET =
            """
            update account
            set advisor_user_id = null, email = null, first_name = null, last_name = null,
                phone_number = null
            where id = ?
            """;

    private final Commits commits;
    private final Clock clock;

    Accounts(Commits commits, Clock clock) {
        this.commits = commits;
        this.clock = clock;
    }

    /** Refuses an id that the client has used before, be it for an account closed since. */
    Optional<Refusal> register(String tenant, NewAccount account) {
        var insert =
                new Commit()
                        .expect(
                                1,
                                new DdqRefusal.UserExists(),
                                INSERT,
                                tenant,
                                account.userId(),
                                account.type(),
                                account.role(),
                                account.text("advisor_user_id"),
                                account.text("email"),
                                account.text("first_name"),
                                account.text("last_name"),
                                account.text("phone_number"),
                                PENDING,
                                clock.instant());
        try {
            commits.execute(insert);
            return Optional.empty();
        } catch (Commit.GuardFailed known) {
            return Optional.of(known.refusal());
        }
    }

    /** The open account of that id, as the client wrote it. */
    @Transactional
    Optional<Account> find(String tenant, String userId) {
        return findEver(tenant, userId).filter(Account::isOpen);
    }

    /** The same, be it closed since. */
    @Transactional
    Optional<Account> findEver(String tenant, String userId) {
        return ShortText.from(userId)
                .flatMap(id -> find(THIS, tenant, id.value()).firstResultOptional());
    }

    /** The open account, kept from being closed or uploaded to until the transaction ends. */
    Optional<Account> lock(String tenant, String userId) {
        return ShortText.from(userId)
                .flatMap(
                        id ->
                                find(THIS + OPEN, tenant, id.value())
                                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                                        .firstResultOptional());
    }

    /** Open accounts in the order of registration. */
    @Transactional
    List<Account> list(String tenant, Optional<String> role, Paging paging) {
        var first = Sort.by("id");
        var query =
                role.map(only -> find("tenant = ?1 and role = ?2" + OPEN, first, tenant, only))
                        .orElseGet(() -> find("tenant = ?1" + OPEN, first, tenant));
        return query.range(paging.offset(), paging.last()).list();
    }

    /** Adds that something is uploaded to the account, which must still be open then. */
    static void touch(Commit commit, Account account, Instant at) {
        commit.expect(1, new DdqRefusal.UserUnknown(), TOUCH, at, account.id);
    }

    /** Adds that the account is closed. */
    static void close(Commit commit, Account account, Instant at) {
        commit.expect(1, new DdqRefusal.UserUnknown(), CLOSE, at, account.id);
    }

    /** Adds that nothing is known of the user any more but the id. */
    static void forget(Commit commit, Account account) {
        commit.add(FORGET, account.id);
    }
}
