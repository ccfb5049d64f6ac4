package vestibule.ddq;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** A form that an end user is asked to submit. */
@Entity
@Table(name = "eddq_request")
class EddqRequest {

    /** How far it is; the operator sets the last two. */
    enum Status {
        REQUESTED,
        PARTIAL_SUBMISSION,
        IN_REVIEW,
        REVIEWED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @JoinColumn(name = "account_id")
    Account account = new Account();

    @Column(name = "ddq_id")
    int ddqId;

    @Column(name = "required_form")
    String requiredForm = "";

    @Enumerated(EnumType.STRING)
    Status status = Status.REQUESTED;

    @Column(name = "created_at")
    Instant createdAt = Instant.EPOCH;

    @Column(name = "updated_at")
    Instant updatedAt = Instant.EPOCH;
}
