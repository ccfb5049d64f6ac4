package vestibule.ddq;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** What the companions answer when nothing is wrong. */
final class Replies {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Replies() {}

    /** The envelope of the vendor. */
    record Data(Object data) {}

    static Response data(Object data) {
        return ok(new Data(data));
    }

    static Response created(Object data) {
        return reply(Response.Status.CREATED, new Data(data));
    }

    static Response ok(Object entity) {
        return reply(Response.Status.OK, entity);
    }

    /** Without the charset that {@code @Produces} would add: every answer says the same type. */
    private static Response reply(Response.Status status, Object entity) {
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(entity).build();
    }

    /** UTC, milliseconds. */
    static String time(Instant at) {
        return TIME.format(at);
    }
}
