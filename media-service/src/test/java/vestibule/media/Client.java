package vestibule.media;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vestibule.intake.client.Answer;
import vestibule.intake.client.Call;

/** An integration as its back end knows it; signs as the vendor's own clients do. */
record Client(String apiKey, String secret) {

    static final Client ACME =
            new Client(
                    "d69a07cf-4434-4d36-be6c-d22af7dc01fb", "abcdef12-abcd-abcd-abcd-abcdef012345");
    static final Client SWITCHED_OFF =
            new Client("11111111-1111-4111-8111-111111111111", "switched-off");
    static final Client ABLE =
            new Client("22222222-2222-4222-8222-222222222222", "may-do-everything");
    static final Client ROTATING = new Client("33333333-3333-4333-8333-333333333333", "here");
    static final Client GLOBEX =
            new Client("44444444-4444-4444-8444-444444444444", "globex secret");
    static final Client SLOW = new Client("55555555-5555-4555-8555-555555555555", "slow");
    static final Client SLOW_TOO = new Client("66666666-6666-4666-8666-666666666666", "slow too");

    Client withSecret(String other) {
        return new Client(apiKey, other);
    }

    /** Lower-case hex HMAC-SHA256. */
    String sign(byte[] bytes) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String sign(String text) {
        return sign(text.getBytes(UTF_8));
    }

    /** Names the integration, signs nothing. */
    Call unsigned(String method, String path) {
        return Call.of(method, path).with("x-auth-client", apiKey);
    }

    /** Signed over an id in the path. */
    Call call(String method, String path, String id) {
        return unsigned(method, path).with("x-hmac-signature", sign(id));
    }

    /** Signed over the body. */
    Call send(String method, String path, byte[] body) {
        return unsigned(method, path)
                .with("x-hmac-signature", sign(body))
                .holding("application/json", body);
    }

    Call send(String method, String path, String body) {
        return send(method, path, body.getBytes(UTF_8));
    }

    /** A new session, by its id. */
    String session() {
        return sessionOf(send("POST", "/v1/sessions", "{\"verification\":{}}").answer());
    }

    static String sessionOf(Answer created) {
        return created.json().path("verification").path("id").asText();
    }

    Call upload(String session, String body) {
        return send("POST", "/v1/sessions/" + session + "/media", body);
    }

    Call upload(String session, byte[] body) {
        return send("POST", "/v1/sessions/" + session + "/media", body);
    }

    Call upload(String session, Image image) {
        return upload(session, image.json());
    }

    Call submit(String session) {
        return change(session, "submitted");
    }

    Call change(String session, String status) {
        return send(
                "PATCH",
                "/v1/sessions/" + session,
                "{\"verification\":{\"status\":\"" + status + "\"}}");
    }

    Call list(String session) {
        return call("GET", "/v1/sessions/" + session + "/media", session);
    }

    Call read(String session) {
        return call("GET", "/v1/sessions/" + session, session);
    }

    Call erase(String session) {
        return call("DELETE", "/v1/sessions/" + session, session);
    }

    Call download(String media) {
        return call("GET", "/v1/media/" + media, media);
    }
}
