package vestibule.local.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vestibule.local.faults.Request.Field;

/** The five services as their clients speak to them. */
enum Vendor {
    FILE("file", "keys: [{id: one, value: %s}]", 503, "service.unavailable") {
        @Override
        Request upload(String subject, Paper paper) {
            return Request.form(
                    "POST /v1/files",
                    AUTHORIZATION,
                    BEARER,
                    Field.text("purpose", "idcard_front"),
                    new Field("file", NAME, paper.bytes()));
        }
    },
    DDQ("document", "keys: [{id: one, value: %s}]", 500, "An unknown error has occurred.") {
        @Override
        String newSubject(Client client) throws Exception {
            var user = "client-" + UUID.randomUUID();
            var body =
                    """
                    {"user_id":"%s","account_type":"individual","account_role":"client"}"""
                            .formatted(user);
            client.send(json("POST /v1/enterprise/register-account", body)).requireSuccess();
            return user;
        }

        @Override
        Request upload(String subject, Paper paper) {
            return set(subject, new Field("files", NAME, paper.bytes()));
        }
    },
    IMAGE(
            "picture",
            "projects: [{id: demo, status: open, admins: [kyc@example.com]}],"
                    + " keys: [{id: one, project: demo, value: %s}]",
            400,
            "processing_error") {
        @Override
        String newSubject(Client client) throws Exception {
            var body =
                    """
                    {"admin":"kyc@example.com","email":"ann@example.com","fullName":"Ann Example",\
                    "birthDate":"1990-10-15","kycStatus":"approved"}""";
            var answer =
                    client.send(
                            Request.json(
                                    "POST /v3/submission/migration",
                                    "x-api-key",
                                    PackagedService.TOKEN,
                                    body.getBytes(UTF_8)));
            return answer.field("/submissionId");
        }

        /** A second picture in its slot would replace the first. */
        @Override
        boolean takesManyPapers() {
            return false;
        }

        @Override
        Request upload(String subject, Paper paper) {
            return Request.form(
                    "PUT /Image",
                    "x-api-key",
                    PackagedService.TOKEN,
                    Field.text("submissionId", subject),
                    Field.text("admin", "kyc@example.com"),
                    Field.text("idType", "passport"),
                    Field.text("idImage", base64(paper)));
        }
    },
    MEDIA(
            "media",
            "integrations: [{api-key: 22222222-3333-4444-8555-666666666666,"
                    + " secrets: [{id: one, value: secret-of-acme}]}]",
            500,
            "Something went wrong") {
        @Override
        String newSubject(Client client) throws Exception {
            var answer =
                    client.send(
                            signed("POST /v1/sessions", "{\"verification\":{}}".getBytes(UTF_8)));
            return answer.field("/verification/id");
        }

        @Override
        Request upload(String subject, Paper paper) {
            var body =
                    """
                    {"image":{"context":"document-back","content":"%s"}}"""
                            .formatted(base64(paper));
            return signed("POST /v1/sessions/%s/media".formatted(subject), body.getBytes(UTF_8));
        }
    },
    DOCUMENT(
            "document",
            "keys: [{id: one, value: %s, subject: client-42}]",
            503,
            "Service unavailable.") {
        @Override
        Request upload(String subject, Paper paper) {
            return Request.form(
                    "POST /api/v2/my/documents",
                    AUTHORIZATION,
                    BEARER,
                    new Field("file", NAME, paper.bytes()),
                    Field.text("typeId", "1"));
        }
    };

    private static final String AUTHORIZATION = "Authorization";
    private static final String BEARER = "Bearer " + PackagedService.TOKEN;
    private static final String INTEGRATION = "22222222-3333-4444-8555-666666666666";
    private static final String NAME = "id_front.png";

    private final String table;
    private final String access;
    private final int unavailableStatus;
    private final String unavailable;

    Vendor(String table, String access, int unavailableStatus, String unavailable) {
        this.table = table;
        this.access = access;
        this.unavailableStatus = unavailableStatus;
        this.unavailable = unavailable;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where its documents' rows are. */
    String table() {
        return table;
    }

    /** The one client, {@code acme}, in {@code access.yaml}. */
    String access() {
        return "clients: [{id: acme, %s: {%s}}]\n"
                .formatted(id(), access.formatted(PackagedService.TOKEN));
    }

    /** What uploads belong to, made through the service's own API; empty where there is no such. */
    String newSubject(Client client) throws Exception {
        return "";
    }

    boolean takesManyPapers() {
        return true;
    }

    abstract Request upload(String subject, Paper paper);

    boolean isUnavailable(Answer answer) {
        return answer.status() == unavailableStatus
                && answer.header("Retry-After").equals(Optional.of("5"))
                && answer.body().contains(unavailable);
    }

    /** Papers of ddq-service that are taken all or none. */
    static Request set(String subject, Field... files) {
        var types =
                Stream.of(files)
                        .map(file -> "\"%s\":\"ID\"".formatted(file.fileName()))
                        .collect(Collectors.joining(",", "{", "}"));
        var fields = new ArrayList<>(List.of(Field.text("user_id", subject)));
        fields.addAll(List.of(files));
        fields.add(Field.text("file_types", types));
        return Request.form(
                "POST /v1/enterprise/ddq/upload",
                AUTHORIZATION,
                BEARER,
                fields.toArray(Field[]::new));
    }

    private static Request json(String line, String body) {
        return Request.json(line, AUTHORIZATION, BEARER, body.getBytes(UTF_8));
    }

    private static Request signed(String line, byte[] body) {
        return Request.json(line, "x-auth-client", INTEGRATION, body).signed("secret-of-acme");
    }

    private static String base64(Paper paper) {
        return Base64.getEncoder().encodeToString(paper.bytes());
    }
}
