package vestibule.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The documented calls of the demo's first client, with documents of any size. */
record Calls(BenchStack stack) {

    private static final Pattern SUBMISSION_ID = Pattern.compile("\"submissionId\":\"([^\"]+)\"");
    private static final Pattern SESSION_ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final String JSON = "application/json";

    Call file(String purpose, String name, byte[] content) {
        return file(stack.of("FILE_TOKEN"), 201, purpose, name, content);
    }

    Call file(String token, int expected, String purpose, String name, byte[] content) {
        var form = new Form().field("purpose", purpose).file("file", name, content);
        return new Call(
                stack.url(Service.FILE),
                "POST /v1/files",
                Map.of("Authorization", "Bearer " + token, "Content-Type", form.type()),
                form.pieces(),
                expected);
    }

    /** Three files of an end user who is registered for it. */
    Call threeFiles(byte[] content) throws IOException {
        var user = "bench-" + UUID.randomUUID();
        send(
                ddq(
                        "POST /v1/enterprise/register-account",
                        JSON,
                        text(
                                """
                                {"user_id":"%s","account_type":"individual","account_role":"client"}"""
                                        .formatted(user))));
        var form = new Form().field("user_id", user);
        List.of("a.jpg", "b.jpg", "c.jpg").forEach(name -> form.file("files", name, content));
        form.field("file_types", "{\"a.jpg\":\"ID\",\"b.jpg\":\"ID\",\"c.jpg\":\"ID\"}");
        return ddq("POST /v1/enterprise/ddq/upload", form.type(), form.pieces());
    }

    private Call ddq(String line, String type, List<byte[]> body) {
        var authorization = "Bearer " + stack.of("DDQ_KEY");
        return new Call(
                stack.url(Service.DDQ),
                line,
                Map.of("Authorization", authorization, "Content-Type", type),
                body,
                line.endsWith("upload") ? 202 : 201);
    }

    /** All four pictures of a submission that is made for it; sent again, they are replaced. */
    Call fourPictures(byte[] content) throws IOException {
        var admin = stack.of("IMAGE_ADMIN");
        var made =
                send(
                        image(
                                "POST /v3/submission/migration",
                                JSON,
                                text(
                                        """
                                        {"admin":"%s","email":"ann@example.com","fullName":"Ann Example",\
                                        "birthDate":"1990-10-15","kycStatus":"approved"}"""
                                                .formatted(admin))));
        var form =
                new Form()
                        .field("submissionId", found(SUBMISSION_ID, made))
                        .field("admin", admin)
                        .field("idType", "passport");
        var base64 = Base64.getEncoder().encodeToString(content);
        List.of("idImage", "idBackImage", "selfieImage", "addressImage")
                .forEach(slot -> form.field(slot, base64));
        return image("PUT /Image", form.type(), form.pieces());
    }

    private Call image(String line, String type, List<byte[]> body) {
        var key = stack.of("IMAGE_API_KEY");
        return new Call(
                stack.url(Service.IMAGE),
                line,
                Map.of("x-api-key", key, "Content-Type", type),
                body,
                200);
    }

    /** A picture in a new session. */
    Call media(byte[] content) throws IOException {
        return media(session(), mediaBody(content), stack.of("MEDIA_SHARED_SECRET"), 200);
    }

    /** The same, signed with a secret that is not the client's. */
    Call badlySigned(byte[] content) throws IOException {
        return media(session(), mediaBody(content), "not the secret", 401);
    }

    private static List<byte[]> mediaBody(byte[] content) {
        return List.of(
                "{\"image\":{\"context\":\"document-front\",\"content\":\"".getBytes(UTF_8),
                Base64.getEncoder().encode(content),
                "\",\"timestamp\":\"2025-01-01T10:00:15Z\"}}".getBytes(UTF_8));
    }

    private String session() throws IOException {
        var secret = stack.of("MEDIA_SHARED_SECRET");
        var created = send(media("", text("{\"verification\":{}}"), secret, 201));
        return "/" + found(SESSION_ID, created) + "/media";
    }

    private Call media(String path, List<byte[]> body, String secret, int expected) {
        return new Call(
                stack.url(Service.MEDIA),
                "POST /v1/sessions" + path,
                Map.of(
                        "x-auth-client", stack.of("MEDIA_API_KEY"),
                        "x-hmac-signature", hmac(secret, body),
                        "Content-Type", JSON),
                body,
                expected);
    }

    private static String hmac(String secret, List<byte[]> body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            body.forEach(mac::update);
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String send(Call call) throws IOException {
        try (var connection = new Connection(call.service())) {
            return connection.send(call).body();
        }
    }

    private static String found(Pattern pattern, String answer) {
        var found = pattern.matcher(answer);
        if (!found.find()) {
            throw new IllegalStateException("no " + pattern + " in " + answer);
        }
        return found.group(1);
    }

    private static List<byte[]> text(String text) {
        return List.of(text.getBytes(UTF_8));
    }
}
