package vestibule.ddq;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/** A user as clients see it. */
@JsonNaming(SnakeCaseStrategy.class)
record AccountView(
        String userId,
        String accountType,
        String accountRole,
        @Nullable String advisorUserId,
        @Nullable String email,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String phoneNumber,
        String status,
        Requirements requirements) {

    /** What the vendor asks of users in its own pages; nothing here. */
    record Requirements(boolean email, boolean sms) {
        static final Requirements NONE = new Requirements(false, false);
    }

    /** One that was registered just now. */
    static AccountView of(NewAccount account) {
        return new AccountView(
                account.userId(),
                account.type(),
                account.role(),
                account.text("advisor_user_id"),
                account.text("email"),
                account.text("first_name"),
                account.text("last_name"),
                account.text("phone_number"),
                Accounts.PENDING,
                Requirements.NONE);
    }

    static AccountView of(Account account) {
        return new AccountView(
                account.userId,
                account.type,
                account.role,
                account.advisorUserId,
                account.email,
                account.firstName,
                account.lastName,
                account.phoneNumber,
                account.status,
                Requirements.NONE);
    }
}
