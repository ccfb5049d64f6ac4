package vestibule.ddq;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** A request for a form as clients see it. */
@JsonNaming(SnakeCaseStrategy.class)
record EddqView(
        long id,
        String userId,
        int ddqId,
        String requiredForm,
        String status,
        String dateAdded,
        String dateUpdated) {

    static EddqView of(EddqRequest request) {
        return new EddqView(
                request.id,
                request.account.userId,
                request.ddqId,
                request.requiredForm,
                request.status.name(),
                Replies.time(request.createdAt),
                Replies.time(request.updatedAt));
    }
}
