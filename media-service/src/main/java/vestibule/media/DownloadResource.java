package vestibule.media;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestPath;
import vestibule.intake.http.Download;
import vestibule.intake.storage.ObjectStore;
import vestibule.validation.Refusal;

/**
 * The bytes of media, with their signature in a header: so they are read once to be signed and once
 * to be sent.
 */
@Path("/v1/media/{id}")
@Produces(MediaType.WILDCARD)
public class DownloadResource {

    private static final int CHUNK_BYTES = 64 * 1024;

    private final MediaCabinet cabinet;
    private final ObjectStore store;
    private final SignedRequests requests;
    private final MediaAnswers answers;
    private final CurrentExchange current;

    DownloadResource(
            MediaCabinet cabinet,
            ObjectStore store,
            SignedRequests requests,
            CurrentExchange current,
            MediaAnswers answers) {
        this.cabinet = cabinet;
        this.store = store;
        this.requests = requests;
        this.answers = answers;
        this.current = current;
    }

    @GET
    public Response download(@RestPath String id) {
        return found(
                id,
                media ->
                        signed(
                                media,
                                () -> store.open(media.objectKey).map(asDownload(media)::of)));
    }

    @HEAD
    public Response head(@RestPath String id) {
        return found(
                id, media -> signed(media, () -> Optional.of(asDownload(media).withoutBytes())));
    }

    private interface Answering {
        Optional<Response> answer();
    }

    private Response signed(StoredMedia media, Answering answering) {
        return sign(media)
                .flatMap(signature -> answering.answer().map(answer -> with(signature, answer)))
                .orElseGet(() -> withoutObject(media));
    }

    private Response with(String signature, Response answer) {
        return Response.fromResponse(answer)
                .header(ApiKeys.HEADER, current.get().apiKey())
                .header(Signature.HEADER, signature)
                .build();
    }

    /** Empty when there is no such object. */
    private Optional<String> sign(StoredMedia media) {
        var signing = current.get().answering().orElseThrow();
        return store.open(media.objectKey)
                .map(
                        object -> {
                            pass(object, signing);
                            return HexFormat.of().formatHex(signing.finish());
                        });
    }

    private static void pass(InputStream object, Signing signing) {
        var chunk = new byte[CHUNK_BYTES];
        try (object) {
            for (var count = object.read(chunk); count >= 0; count = object.read(chunk)) {
                signing.update(chunk, 0, count);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Erased while it was asked for, or lost: which must never happen, and be seen if it does. */
    private Response withoutObject(StoredMedia media) {
        if (cabinet.find(current.get().caller(), media.id).isPresent()) {
            throw new IllegalStateException("there is no object under " + media.objectKey);
        }
        return answers.refuse(new Refusal.NotFound());
    }

    private static Download asDownload(StoredMedia media) {
        return new Download(media.mediaType, media.size, media.record().fileName(), media.sha256);
    }

    private Response found(String id, Function<StoredMedia, Response> answer) {
        return requests.byId(
                id,
                known ->
                        cabinet.find(current.get().caller(), known)
                                .map(answer)
                                .orElseGet(() -> answers.refuse(new Refusal.NotFound())));
    }
}
