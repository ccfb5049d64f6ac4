package vestibule.image;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;
import vestibule.intake.Answers;
import vestibule.intake.access.CurrentCaller;
import vestibule.intake.http.AskedUrl;
import vestibule.intake.http.Download;
import vestibule.intake.storage.ObjectStore;
import vestibule.validation.ContentType;
import vestibule.validation.Refusal;

/** Gives pictures back. */
@Path("/v3/image")
@Produces(MediaType.WILDCARD)
public class PictureResource {

    private final Projects projects;
    private final SubmissionCabinet cabinet;
    private final ObjectStore store;
    private final Answers answers;
    private final CurrentCaller caller;

    PictureResource(
            Projects projects,
            SubmissionCabinet cabinet,
            ObjectStore store,
            Answers answers,
            CurrentCaller caller) {
        this.projects = projects;
        this.cabinet = cabinet;
        this.store = store;
        this.answers = answers;
        this.caller = caller;
    }

    /** The current picture of a slot. */
    @GET
    public Response get(@Context HttpServerRequest request) {
        return found(request, picture -> download(request, picture));
    }

    @HEAD
    public Response head(@Context HttpServerRequest request) {
        return found(request, picture -> asDownload(picture).withoutBytes());
    }

    private Response found(HttpServerRequest request, Function<StoredPicture, Response> answer) {
        var submission = SubmissionQuery.submission(AskedUrl.query(request)).orElse("");
        var slot = Optional.ofNullable(AskedUrl.query(request).get("type")).flatMap(Slot::from);
        return projects.judge(caller.get())
                .or(() -> unknown(submission))
                .or(
                        () ->
                                slot.isEmpty()
                                        ? Optional.of(new Refusal.QueryInvalid("type"))
                                        : Optional.empty())
                .map(answers::refuse)
                .orElseGet(
                        () ->
                                cabinet.picture(submission, slot.orElseThrow())
                                        .map(answer)
                                        .orElseGet(
                                                () -> answers.refuse(ImageRule.PICTURE_MISSING)));
    }

    private Optional<Refusal> unknown(String submission) {
        return cabinet.has(caller.get(), submission)
                ? Optional.empty()
                : Optional.of(ImageRule.SUBMISSION_INVALID);
    }

    private Response download(HttpServerRequest request, StoredPicture picture) {
        return store.open(picture.objectKey)
                .map(bytes -> asDownload(picture).of(bytes))
                .orElseGet(() -> withoutObject(request, picture));
    }

    /**
     * Replaced while it was asked for, or lost: which must never happen, and be seen if it does.
     */
    private Response withoutObject(HttpServerRequest request, StoredPicture picture) {
        var now = cabinet.picture(picture.submission(), picture.slot());
        if (now.filter(current -> current.id.equals(picture.id)).isPresent()) {
            throw new IllegalStateException("there is no object under " + picture.objectKey);
        }
        return get(request);
    }

    private static Download asDownload(StoredPicture picture) {
        var extension = picture.mediaType.equals(ContentType.PNG.mime()) ? ".png" : ".jpg";
        return new Download(
                picture.mediaType, picture.size, picture.slot().word() + extension, picture.sha256);
    }
}
