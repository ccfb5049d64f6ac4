package vestibule.media;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.RestPath;
import vestibule.intake.Intake;
import vestibule.validation.Refusal;

/** The documented call, and the list of what came through it. */
@Path("/v1/sessions")
@Produces(MediaType.APPLICATION_JSON)
public class MediaResource {

    private final Intake intake;
    private final MediaDesk desk;
    private final MediaCabinet cabinet;
    private final SignedRequests requests;
    private final CurrentExchange current;

    MediaResource(
            Intake intake,
            MediaDesk desk,
            MediaCabinet cabinet,
            SignedRequests requests,
            CurrentExchange current) {
        this.intake = intake;
        this.desk = desk;
        this.cabinet = cabinet;
        this.requests = requests;
        this.current = current;
    }

    /** Uploads one picture of a session. */
    @POST
    @Path("/{id}/media")
    @NonBlocking
    public CompletionStage<Response> upload(
            @RestPath String id, @Context HttpServerRequest request) {
        var exchange = current.get();
        var submission = new MediaSubmission(request, id, exchange, desk);
        return exchange.unusable()
                .<CompletionStage<Response>>map(
                        unusable ->
                                CompletableFuture.completedFuture(desk.answers().refuse(unusable)))
                .orElseGet(() -> intake.take(request, exchange.caller(), submission));
    }

    /** Lists the media of a session, the oldest first. */
    @GET
    @Path("/{id}/media")
    public Response list(@RestPath String id) {
        return requests.byId(id, session -> list(session, current.get()));
    }

    private Response list(UUID session, Exchange exchange) {
        return desk.sessions()
                .find(exchange.caller(), session)
                .map(cabinet::of)
                .map(media -> MediaView.Listed.of(media, exchange.url()))
                .map(view -> desk.answers().answer(Response.Status.OK, view))
                .orElseGet(() -> desk.answers().refuse(new Refusal.NotFound()));
    }
}
