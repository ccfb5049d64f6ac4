package vestibule.media;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import vestibule.intake.http.AskedUrl;

/** What the urls in answers begin with, without a slash at the end. */
public record PublicUrl(String base) {

    /** A setting: an absolute http or https URL. */
    public static PublicUrl of(String setting) {
        var uri = URI.create(setting);
        if (uri.getHost() == null || !String.valueOf(uri.getScheme()).matches("https?")) {
            throw new IllegalArgumentException("must be an absolute http or https URL");
        }
        return new PublicUrl(setting.replaceAll("/+$", ""));
    }

    /** Where the client found us. */
    static PublicUrl asAsked(HttpServerRequest request) {
        return new PublicUrl(AskedUrl.base(request));
    }

    String media(Object id) {
        return base + "/v1/media/" + id;
    }

    String session(String token) {
        return base + "/v/" + token;
    }
}
