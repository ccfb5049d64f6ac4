package vestibule.ddq;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The documents of each client's users. */
@Singleton
class DdqCabinet {

    private final boolean keeping;
    private final Accounts accounts;
    private final DdqLedger ledger;

    DdqCabinet(DdqConfig config, Accounts accounts, DdqLedger ledger) {
        this.keeping = config.deleteAccount() == DdqConfig.Deletion.KEEP;
        this.accounts = accounts;
        this.ledger = ledger;
    }

    /** The one user that is asked for; one whose account is closed has documents in keep mode. */
    Optional<Account> user(String tenant, List<String> userIds) {
        return userIds.size() == 1
                ? accounts.findEver(tenant, userIds.getFirst())
                        .filter(account -> keeping || account.isOpen())
                : Optional.empty();
    }

    DocumentView.Page list(Account account, Paging paging) {
        return DocumentView.Page.of(ledger.page(account, paging));
    }
}
