package vestibule.media;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A session as clients see it. */
record SessionView(
        UUID id,
        String url,
        Optional<String> vendorData,
        String host,
        String baseUrl,
        String status,
        String sessionToken) {

    /** The vendor's envelope. */
    record Answered(String status, Object verification) {

        static Answered of(SessionRecord session, PublicUrl url) {
            return new Answered("success", SessionView.of(session, url));
        }

        static Answered erased(SessionRecord session) {
            return new Answered("success", Map.of("id", session.id()));
        }
    }

    private static SessionView of(SessionRecord session, PublicUrl url) {
        return new SessionView(
                session.id(),
                url.session(session.token()),
                session.vendorData(),
                url.base(),
                url.base(),
                session.status().word(),
                session.token());
    }
}
