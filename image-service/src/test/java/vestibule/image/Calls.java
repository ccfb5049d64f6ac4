package vestibule.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import vestibule.intake.client.Answer;
import vestibule.intake.client.Call;
import vestibule.intake.client.Form;
import vestibule.validation.samples.Samples;

/** Requests to this service, by default as acme's project onboarding. */
final class Calls {

    static final String ACME = "acme-key";
    static final String GLOBEX = "globex-key";
    static final String ADMIN = "kyc.ops@example.com";
    static final String PERSON =
            """
            {"admin":"%s","email":"ann@example.com","fullName":"Ann Example","birthDate":"1990-10-15",\
            "kycStatus":"approved"%s}""";

    private Calls() {}

    static Call of(String method, String path) {
        return as(ACME, method, path);
    }

    static Call as(String key, String method, String path) {
        return Call.of(method, path).with("x-api-key", key);
    }

    static Call put(Form form) {
        return of("PUT", "/Image").holding(form);
    }

    static Call putJson(String json) {
        return of("PUT", "/Image").holding("application/json", json.getBytes(UTF_8));
    }

    static Call migrate(String key, String json) {
        return as(key, "POST", "/v3/submission/migration")
                .holding("application/json", json.getBytes(UTF_8));
    }

    /** A new submission of acme's, without pictures. */
    static String submission() {
        return submission(ACME, ADMIN);
    }

    static String submission(String key, String admin) {
        return migrate(key, PERSON.formatted(admin, ""))
                .answer()
                .json()
                .path("submissionId")
                .asText();
    }

    /** A form with everything but pictures. */
    static Form form(String submission) {
        return Form.empty()
                .text("submissionId", submission)
                .text("admin", ADMIN)
                .text("idType", "passport");
    }

    /** A form with the seed's PNG as the front of a passport. */
    static Form passport(String submission) {
        return form(submission).text("idImage", base64(Samples.seedPng()));
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static Answer picture(String submission, String slot) {
        return of("GET", "/v3/image?submission_id=" + submission + "&type=" + slot).answer();
    }

    static Answer shown(String submission) {
        return of("GET", "/v3/submission?submission_id=" + submission).answer();
    }
}
