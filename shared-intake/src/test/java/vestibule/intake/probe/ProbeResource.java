package vestibule.intake.probe;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import vestibule.intake.Answers;
import vestibule.intake.access.CurrentCaller;
import vestibule.intake.trace.TraceContext;
import vestibule.validation.Refusal;

/** Things that can be sent, listed, asked for and removed, as in the real services. */
@Path("/v1/things")
@Produces(MediaType.APPLICATION_JSON)
public class ProbeResource {

    private final CurrentCaller caller;
    private final Answers answers;

    ProbeResource(CurrentCaller caller, Answers answers) {
        this.caller = caller;
        this.answers = answers;
    }

    @POST
    @NonBlocking
    public CompletionStage<Response> send(HttpServerRequest request) {
        var tenant = caller.get().tenant();
        if ("100-continue".equals(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        var bytes = new AtomicLong();
        var answer = new CompletableFuture<Response>();
        request.exceptionHandler(answer::completeExceptionally);
        request.endHandler(
                _ ->
                        answer.complete(
                                Response.status(201)
                                        .entity(stored(request, tenant, bytes))
                                        .build()));
        request.handler(buffer -> bytes.addAndGet(buffer.length()));
        request.resume();
        return answer;
    }

    private static Map<String, Object> stored(
            HttpServerRequest request, String tenant, AtomicLong bytes) {
        var trace = TraceContext.of(request).orElse("");
        return Map.of("tenant", tenant, "bytes", bytes.get(), "trace", trace);
    }

    @GET
    public List<String> list() {
        return List.of(caller.get().tenant());
    }

    @GET
    @Path("/{id}")
    public Response one(@PathParam("id") String id) {
        return switch (id) {
            case "known" -> Response.ok(Map.of("id", id)).build();
            case "broken" -> throw new IllegalStateException("the text of an exception");
            default -> answers.refuse(new Refusal.NotFound());
        };
    }

    @DELETE
    @Path("/{id}")
    public void remove(@PathParam("id") String id) {}
}
