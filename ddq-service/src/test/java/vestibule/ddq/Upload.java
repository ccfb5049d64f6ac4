package vestibule.ddq;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vestibule.intake.client.Answer;
import vestibule.intake.client.Call;
import vestibule.intake.client.Form;
import vestibule.validation.samples.Samples;

/** One upload in the making, by default for {@link Calls#USER}, without a file. */
final class Upload {

    private record Part(String head, Form.Content content) {}

    private final List<Part> files = new ArrayList<>();
    private final Map<String, String> types = new LinkedHashMap<>();
    private final Map<String, String> fields = new LinkedHashMap<>();
    private Optional<String> fileTypes = Optional.empty();

    private Upload(String userId) {
        fields.put("user_id", userId);
    }

    static Upload anUpload() {
        return new Upload(Calls.USER);
    }

    static Upload forUser(String userId) {
        return new Upload(userId);
    }

    /** The seed's PNG under the vendor's name for it. */
    static Upload ofIdFront() {
        return anUpload().file("id_front.png", "ID");
    }

    /** The seed's PNG under this name. */
    Upload file(String name, String type) {
        return file(name, type, Samples.seedPng());
    }

    Upload file(String name, String type, byte[] content) {
        return file(name, type, Form.Content.of(content));
    }

    Upload file(String name, String type, Form.Content content) {
        types.put(name, type);
        return untyped("filename=\"" + name + "\"", content);
    }

    /** One more header of the last file. */
    Upload with(String header) {
        var last = files.removeLast();
        files.add(new Part(last.head() + "\r\n" + header, last.content()));
        return this;
    }

    Upload declaredAs(String type) {
        return with("Content-Type: " + type);
    }

    /** A file that {@code file_types} says nothing about. */
    Upload untyped(String disposition, Form.Content content) {
        files.add(new Part(head("files", disposition), content));
        return this;
    }

    Upload untyped(String disposition) {
        return untyped(disposition, Form.Content.of(Samples.seedPng()));
    }

    Upload fileTypes(String json) {
        fileTypes = Optional.of(json);
        return this;
    }

    Upload ddqId(String id) {
        return field("ddq_id", id);
    }

    Upload field(String name, String value) {
        fields.put(name, value);
        return this;
    }

    Upload without(String field) {
        fields.remove(field);
        return this;
    }

    static String head(String field, String disposition) {
        return "Content-Disposition: form-data; name=\"" + field + "\"; " + disposition;
    }

    Form form() {
        var form = Form.empty();
        fields.forEach(form::text);
        form.text("file_types", fileTypes.orElseGet(this::json));
        files.forEach(file -> form.part(file.head(), file.content()));
        return form;
    }

    private String json() {
        return types.entrySet().stream()
                .map(type -> "\"%s\":\"%s\"".formatted(type.getKey(), type.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    Call call() {
        return Calls.upload(form());
    }

    Answer answer() {
        return call().answer();
    }
}
