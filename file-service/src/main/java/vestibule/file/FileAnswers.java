package vestibule.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import vestibule.file.FileWords.Problem;
import vestibule.intake.Answers;
import vestibule.intake.access.StoredAnswer;
import vestibule.validation.Refusal;
import vestibule.validation.Refusal.Held;
import vestibule.validation.Refusal.IdempotencyKeyInUse;
import vestibule.validation.Refusal.Internal;
import vestibule.validation.Refusal.MediaTypeUnsupported;
import vestibule.validation.Refusal.MethodNotAllowed;
import vestibule.validation.Refusal.NotFound;
import vestibule.validation.Refusal.RateLimited;
import vestibule.validation.Refusal.Unauthorized;
import vestibule.validation.Refusal.Unavailable;

/** Every refusal in Bitpanda's words: {@code {"errors":[{"code","title"}]}}. */
@Singleton
class FileAnswers implements Answers {

    private static final int UNPROCESSABLE = 422;
    private static final String RETRY_SOON = "5";

    private final FileWords words;
    private final ObjectMapper json;

    FileAnswers(FileWords words, ObjectMapper json) {
        this.words = words;
        this.json = json;
    }

    /** The 201 of an upload. */
    StoredAnswer created(FileRecord file) {
        try {
            return StoredAnswer.of(
                    Response.Status.CREATED.getStatusCode(),
                    Map.of(HttpHeaders.LOCATION, "/v1/files/" + file.id()),
                    json.writeValueAsString(FileView.Data.of(file)));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    record Problems(List<Problem> errors) {}

    @Override
    public Response refuse(List<? extends Refusal> refusals) {
        var problems = refusals.stream().map(words::problem).toList();
        var first = refusals.getFirst();
        var answer =
                Response.status(status(first))
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(new Problems(problems));
        switch (first) {
            case MethodNotAllowed(var allowed) ->
                    answer.header(HttpHeaders.ALLOW, String.join(", ", allowed));
            case Unavailable() -> answer.header(HttpHeaders.RETRY_AFTER, RETRY_SOON);
            case IdempotencyKeyInUse() -> answer.header(HttpHeaders.RETRY_AFTER, "1");
            default -> {}
        }
        return answer.build();
    }

    private static int status(Refusal refusal) {
        return switch (refusal) {
            case Unauthorized() -> 401;
            case NotFound() -> 404;
            case MethodNotAllowed(_) -> 405;
            case Held(), IdempotencyKeyInUse() -> 409;
            case MediaTypeUnsupported() -> 415;
            case RateLimited(_) -> 429;
            case Internal() -> 500;
            case Unavailable() -> 503;
            case Refusal.OfRequest _, Refusal.OfField _, Refusal.OfDocument _, Refusal.OfVendor _ ->
                    UNPROCESSABLE;
        };
    }
}
