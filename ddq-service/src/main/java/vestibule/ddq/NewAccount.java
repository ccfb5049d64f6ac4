package vestibule.ddq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vestibule.validation.Refusal;

/** The body of {@code POST /v1/enterprise/register-account}; other fields are read over. */
record NewAccount(ObjectNode json) {

    private static final String CLIENT = "client";
    private static final Pattern TYPE = Pattern.compile("[a-z_]{1,64}");
    static final List<String> ROLES = List.of(CLIENT, "advisor");

    private record Rule(String field, boolean required, Predicate<String> allows) {

        boolean isBroken(ObjectNode json) {
            var value = json.path(field);
            return absent(value) ? required : !value.isTextual() || !allows.test(value.textValue());
        }

        private static boolean absent(JsonNode value) {
            return value.isMissingNode() || value.isNull();
        }
    }

    private static final List<Rule> RULES =
            List.of(
                    new Rule("user_id", true, NewAccount::isUserId),
                    new Rule("account_type", true, type -> TYPE.matcher(type).matches()),
                    new Rule("account_role", false, ROLES::contains),
                    optional("email"),
                    optional("first_name"),
                    optional("last_name"),
                    optional("phone_number"),
                    optional("advisor_user_id"));

    private static Rule optional(String field) {
        return new Rule(field, false, text -> ShortText.from(text).isPresent());
    }

    private static boolean isUserId(String text) {
        return ShortText.from(text).filter(id -> !id.isBlank()).isPresent();
    }

    /** The first field that is missing or not allowed; the rest may be asked only without one. */
    Optional<Refusal> fault() {
        return RULES.stream()
                .filter(rule -> rule.isBroken(json))
                .findFirst()
                .map(rule -> new Refusal.FieldInvalid(rule.field(), ""));
    }

    String userId() {
        return json.path("user_id").textValue();
    }

    String type() {
        return json.path("account_type").textValue();
    }

    String role() {
        return json.path("account_role").asText(CLIENT);
    }

    @Nullable String text(String field) {
        return json.path(field).textValue();
    }
}
