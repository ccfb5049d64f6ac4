package vestibule.ddq;

import java.util.Optional;

/**
 * What an upload is judged by beside itself.
 *
 * @param request the outstanding one that its {@code ddq_id} means
 */
record Standing(Account account, Optional<EddqRequest> request) {}
