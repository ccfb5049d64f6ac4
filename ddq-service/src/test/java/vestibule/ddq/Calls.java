package vestibule.ddq;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import vestibule.intake.client.Answer;
import vestibule.intake.client.Call;
import vestibule.intake.client.Form;

/** Requests to this service as acme, and what its answers say. */
final class Calls {

    static final String ACME = "acme-key";
    static final String GLOBEX = "globex-key";
    static final String UPLOAD = "/v1/enterprise/ddq/upload";

    /** The user that uploads are for unless they say otherwise. */
    static final String USER = "client-1";

    private Calls() {}

    static Call of(String method, String path) {
        return Call.of(method, path).as(ACME);
    }

    static Call get(String path) {
        return of("GET", path);
    }

    static Call post(String path, String json) {
        return of("POST", path).holding("application/json", json.getBytes(UTF_8));
    }

    static Call register(String userId) {
        return post(
                "/v1/enterprise/register-account",
                "{\"user_id\":\"" + userId + "\",\"account_type\":\"individual\"}");
    }

    static Call deleteAccount(String userId) {
        return of("DELETE", "/v1/enterprise/account/" + userId);
    }

    static Call documents(String userId) {
        return get("/v1/enterprise/ddq/documents?user_id=" + userId);
    }

    /** Opens a request to the user. */
    static Call ask(String userId, int ddqId) {
        return post(
                "/v1/enterprise/eddq/requests",
                """
                {"user_id": "%s", "ddq_id": %d, "required_form": "EDDQ - Individual"}
                """
                        .formatted(userId, ddqId));
    }

    static Call requests(String userId) {
        return get("/v1/enterprise/eddq/requests?user_id=" + userId);
    }

    static Call upload(Form form) {
        return upload().holding(form);
    }

    static Call upload() {
        return of("POST", UPLOAD);
    }

    static List<String> idsOf(Answer answer) {
        return List.of(answer.header("X-Document-Ids").orElseThrow().split(",", -1));
    }
}
