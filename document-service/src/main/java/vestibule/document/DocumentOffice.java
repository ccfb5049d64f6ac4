package vestibule.document;

import jakarta.inject.Singleton;

/** What both ways of handing in bytes need. */
@Singleton
class DocumentOffice {

    private final DocumentConfig config;
    private final DocumentReaders readers;
    private final AddRules rules;
    private final DocumentDesk desk;
    private final DocumentLedger ledger;

    DocumentOffice(
            DocumentConfig config,
            DocumentReaders readers,
            AddRules rules,
            DocumentDesk desk,
            DocumentLedger ledger) {
        this.config = config;
        this.readers = readers;
        this.rules = rules;
        this.desk = desk;
        this.ledger = ledger;
    }

    DocumentConfig config() {
        return config;
    }

    DocumentReaders readers() {
        return readers;
    }

    AddRules rules() {
        return rules;
    }

    DocumentDesk desk() {
        return desk;
    }

    DocumentLedger ledger() {
        return ledger;
    }
}
