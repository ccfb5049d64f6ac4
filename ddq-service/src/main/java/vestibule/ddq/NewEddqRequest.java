package vestibule.ddq;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import vestibule.validation.Refusal;

/** The body of {@code POST /v1/enterprise/eddq/requests}. */
record NewEddqRequest(ObjectNode json) {

    private static final Set<String> FORMS = Set.of("EDDQ - Individual", "EDDQ - Business");

    /** Whatever is no string names no user. */
    String userId() {
        return json.path("user_id").isTextual() ? json.path("user_id").textValue() : "";
    }

    /** What is wrong beside the user; the rest may be asked only without a fault. */
    Optional<Refusal> fault() {
        var ddqId = json.path("ddq_id");
        if (!ddqId.isIntegralNumber() || !ddqId.canConvertToInt() || ddqId.intValue() < 1) {
            return Optional.of(new Refusal.FieldInvalid("ddq_id", ""));
        }
        return FORMS.contains(requiredForm())
                ? Optional.empty()
                : Optional.of(new Refusal.FieldInvalid("required_form", ""));
    }

    int ddqId() {
        return json.path("ddq_id").intValue();
    }

    String requiredForm() {
        return json.path("required_form").asText("");
    }
}
