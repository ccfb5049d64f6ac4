package vestibule.image;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import vestibule.intake.Answers;
import vestibule.intake.access.CurrentCaller;
import vestibule.intake.http.AskedUrl;

/** Lists submissions and deletes them. */
@Path("/v3/submission")
@Produces(MediaType.APPLICATION_JSON)
public class SubmissionResource {

    private final Projects projects;
    private final SubmissionCabinet cabinet;
    private final Answers answers;
    private final CurrentCaller caller;

    SubmissionResource(
            Projects projects, SubmissionCabinet cabinet, Answers answers, CurrentCaller caller) {
        this.projects = projects;
        this.cabinet = cabinet;
        this.answers = answers;
        this.caller = caller;
    }

    /** One submission, those of a user, or all of the project; newest first. */
    @GET
    public Response list(@Context HttpServerRequest request) {
        return projects.judge(caller.get())
                .or(() -> SubmissionQuery.judge(AskedUrl.query(request)))
                .map(answers::refuse)
                .orElseGet(
                        () ->
                                ok(
                                        cabinet.list(
                                                caller.get(),
                                                SubmissionQuery.of(AskedUrl.query(request)))));
    }

    /** Erases a submission with its pictures. */
    @DELETE
    public Response delete(@Context HttpServerRequest request) {
        var id = SubmissionQuery.submission(AskedUrl.query(request)).orElse("");
        return projects.judge(caller.get())
                .or(() -> cabinet.delete(caller.get(), id))
                .map(answers::refuse)
                .orElseGet(() -> ok(Deleted.of(id)));
    }

    record Deleted(String message, String content, int statusCode) {

        static Deleted of(String id) {
            return new Deleted(
                    "success",
                    "Submission " + id + " deleted successfully.",
                    Response.Status.OK.getStatusCode());
        }
    }

    /** Without the charset that {@code @Produces} would add: every answer says the same type. */
    private static Response ok(Object answer) {
        return Response.ok(answer, MediaType.APPLICATION_JSON_TYPE).build();
    }
}
