package vestibule.media;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vestibule.intake.Caller;
import vestibule.intake.event.Subject;
import vestibule.intake.ledger.DocumentTable;

/** Where the rows of media are, and how they are read. */
@Singleton
class MediaLedger implements PanacheRepositoryBase<StoredMedia, UUID> {

    @Produces
    @Singleton
    static DocumentTable table() {
        return new DocumentTable(
                        "media",
                        Subject.Kind.SESSION,
                        List.of("integration", "taken"),
                        List.of("taken"))
                .heldWith("select session.id::text from session where session.held");
    }

    /** The integration's media; another one's is as unknown as none. */
    @Transactional
    Optional<StoredMedia> find(Caller caller, UUID id) {
        return find(
                        "id = ?1 and tenant = ?2 and integration = ?3 and deletedAt is null",
                        id,
                        caller.tenant(),
                        caller.owner())
                .firstResultOptional();
    }

    /** All media of a session, the oldest first. */
    @Transactional
    List<StoredMedia> of(UUID session) {
        return list(
                "subjectId = ?1 and deletedAt is null",
                Sort.by("createdAt", "id"),
                session.toString());
    }
}
