package vestibule.intake;

import jakarta.ws.rs.core.Response;
import java.util.List;
import vestibule.validation.Refusal;

/** The vendor's words: each service has one class that says every refusal as its vendor would. */
public interface Answers {

    /**
     * Answers a request refused for these reasons, in the order of the contract's checks; at least
     * one.
     */
    Response refuse(List<? extends Refusal> refusals);

    default Response refuse(Refusal refusal) {
        return refuse(List.of(refusal));
    }
}
