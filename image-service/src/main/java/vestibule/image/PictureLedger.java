package vestibule.image;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vestibule.intake.event.Subject;
import vestibule.intake.ledger.DocumentTable;

/** Where the rows of pictures are, and how the current ones are read. */
@Singleton
class PictureLedger implements PanacheRepositoryBase<StoredPicture, UUID> {

    @Produces
    @Singleton
    static DocumentTable table() {
        return new DocumentTable("picture", Subject.Kind.SUBMISSION, List.of(), List.of())
                .heldWith("select submission.id from submission where submission.held");
    }

    /** The pictures of these submissions, in the order of the slots. */
    @Transactional
    List<StoredPicture> of(Collection<String> submissions) {
        return find("subjectId in ?1 and deletedAt is null", submissions).stream()
                .sorted(Comparator.comparing(StoredPicture::slot))
                .toList();
    }

    @Transactional
    Optional<StoredPicture> inSlot(String submission, Slot slot) {
        return find(
                        "subjectId = ?1 and vendorType = ?2 and deletedAt is null",
                        submission,
                        slot.word())
                .firstResultOptional();
    }
}
