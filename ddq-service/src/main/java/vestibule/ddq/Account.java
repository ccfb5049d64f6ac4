package vestibule.ddq;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An end user that a client has registered. Rows are written by {@link Accounts} alone. */
@Entity
@Table(name = "account")
class Account {

    @Id long id;

    String tenant = "";

    @Column(name = "user_id")
    String userId = "";

    @Column(name = "account_type")
    String type = "";

    @Column(name = "account_role")
    String role = "";

    @Column(name = "advisor_user_id")
    @Nullable String advisorUserId;

    @Nullable String email;

    @Column(name = "first_name")
    @Nullable String firstName;

    @Column(name = "last_name")
    @Nullable String lastName;

    @Column(name = "phone_number")
    @Nullable String phoneNumber;

    String status = "";

    @Column(name = "closed_at")
    @Nullable Instant closedAt;

    boolean isOpen() {
        return closedAt == null;
    }
}
