package vestibule.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import vestibule.intake.client.AFile;
import vestibule.intake.client.Answer;
import vestibule.intake.client.Call;
import vestibule.intake.client.Form;
import vestibule.validation.samples.Samples;

/** Requests to this service as acme's client-42, and what its answers say. */
final class Calls {

    static final String ACME = "acme-token";
    static final String ACME_OTHER = "acme-other-token";
    static final String GLOBEX = "globex-token";
    static final String DOCUMENTS = "/api/v2/my/documents";
    static final String FORM_URLENCODED = "application/x-www-form-urlencoded";

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

    static Call put(String path) {
        return of("PUT", path);
    }

    static Call post() {
        return of("POST", DOCUMENTS);
    }

    static Call add(Form form) {
        return post().holding(form);
    }

    /** As curl sends it. */
    static Call add(String json) {
        return post().holding(FORM_URLENCODED, json.getBytes(UTF_8));
    }

    /** The form of a passport. */
    static Form form(AFile file) {
        return Form.empty().text("typeId", "1").file(file);
    }

    static Form form() {
        return form(AFile.named("passport.png"));
    }

    /** The vendor's body with this string as {@code file}. */
    static String json(String file) {
        return "{\"file\":\"%s\",\"typeId\":1}".formatted(file);
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static String png() {
        return base64(Samples.seedPng());
    }

    static Answer added() {
        return add(form()).answer();
    }

    static Answer awaited() {
        return add(json("officia dolore exercitation p")).answer();
    }

    static long idOf(Answer answer) {
        return answer.json().path("id").longValue();
    }

    static String pathOf(Answer answer) {
        return DOCUMENTS + "/" + idOf(answer);
    }

    static String fileOf(Answer answer) {
        return pathOf(answer) + "/file";
    }
}
