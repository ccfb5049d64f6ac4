package vestibule.ddq;

import jakarta.inject.Singleton;
import java.util.Optional;

/** Looks up what uploads are judged by. */
@Singleton
class Standings {

    private final Accounts accounts;
    private final EddqRequests requests;

    Standings(Accounts accounts, EddqRequests requests) {
        this.accounts = accounts;
        this.requests = requests;
    }

    /** Empty when the form names no user of the client; asks the database. */
    Optional<Standing> of(String tenant, DdqForm form) {
        return form.userId()
                .flatMap(id -> accounts.find(tenant, id.value()))
                .map(account -> new Standing(account, outstanding(account, form)));
    }

    private Optional<EddqRequest> outstanding(Account account, DdqForm form) {
        return form.ddqId().flatMap(id -> requests.outstanding(account, id));
    }
}
