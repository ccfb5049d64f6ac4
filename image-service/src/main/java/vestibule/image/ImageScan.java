package vestibule.image;

import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import vestibule.intake.body.BodySink;
import vestibule.intake.body.JsonScanner;
import vestibule.intake.body.MultipartScanner;

/**
 * How a body is read into a form, by its media type.
 *
 * @param malformed asked after the end: the body broke the rules of its notation
 */
record ImageScan(BodySink sink, BooleanSupplier malformed) {

    private static final String JSON = "application/json";

    /** A body of any other media type is malformed as it is. */
    static ImageScan of(Optional<String> contentType, ImageForm form, ImageConfig config) {
        return contentType
                .flatMap(MultipartScanner::boundaryOf)
                .map(boundary -> parts(boundary, form, config))
                .orElseGet(
                        () ->
                                contentType.filter(ImageScan::isJson).isPresent()
                                        ? members(form)
                                        : unreadable());
    }

    private static ImageScan parts(String boundary, ImageForm form, ImageConfig config) {
        var limits = new MultipartScanner.Limits(config.maxParts(), config.maxPartHeaderBytes());
        var scanner = new MultipartScanner(boundary, limits, new FormParts(form));
        return new ImageScan(scanner, scanner::malformed);
    }

    private static ImageScan members(ImageForm form) {
        var scanner = new JsonScanner(JsonScanner.Limits.USUAL, new JsonMembers(form));
        return new ImageScan(scanner, scanner::malformed);
    }

    private static ImageScan unreadable() {
        return new ImageScan(new Unread(), () -> true);
    }

    private static boolean isJson(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(JSON);
    }

    private static final class Unread implements BodySink {

        @Override
        public boolean accept(byte[] bytes, int offset, int length) {
            return false;
        }

        @Override
        public void end() {}
    }
}
