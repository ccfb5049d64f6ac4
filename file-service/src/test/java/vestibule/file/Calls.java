package vestibule.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import vestibule.intake.client.Answer;
import vestibule.intake.client.Call;
import vestibule.intake.client.Form;

/** Requests to this service as acme, and what its answers say. */
final class Calls {

    static final String ACME = "acme-token";
    static final String GLOBEX = "globex-token";

    private Calls() {}

    static Call of(String method, String path) {
        return Call.of(method, path).as(ACME);
    }

    static Call get(String path) {
        return of("GET", path);
    }

    static Call delete(String path) {
        return of("DELETE", path);
    }

    static Call upload(Form form) {
        return upload().holding(form);
    }

    static Call upload() {
        return of("POST", "/v1/files");
    }

    /** The one object of {@code data}. */
    static JsonNode fileOf(Answer answer) {
        return answer.json().path("data").path(0);
    }

    static String idOf(Answer answer) {
        return fileOf(answer).path("id").asText();
    }

    static String pathOf(Answer answer) {
        return "/v1/files/" + idOf(answer);
    }

    static List<String> errorCodes(Answer answer) {
        return errors(answer, "code");
    }

    static List<String> errorTitles(Answer answer) {
        return errors(answer, "title");
    }

    private static List<String> errors(Answer answer, String member) {
        return StreamSupport.stream(answer.json().path("errors").spliterator(), false)
                .map(error -> error.path(member).asText())
                .toList();
    }
}
