package vestibule.media;

import static vestibule.validation.ContentType.HEIC;
import static vestibule.validation.ContentType.HEIF;
import static vestibule.validation.ContentType.JPEG;
import static vestibule.validation.ContentType.PDF;
import static vestibule.validation.ContentType.PNG;
import static vestibule.validation.ContentType.WEBP;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import vestibule.intake.ContentConfig;
import vestibule.intake.ReceivedDocument;
import vestibule.validation.Admission;
import vestibule.validation.ContentType;
import vestibule.validation.DocumentRules;
import vestibule.validation.Limits;
import vestibule.validation.MediaTypeWords;
import vestibule.validation.Refusal;

/** What is acceptable as media: the first violation, in the contract's order. */
@Startup
@Singleton
class MediaRules {

    private static final Set<ContentType> PICTURES = EnumSet.of(JPEG, PNG, HEIC, HEIF, WEBP);
    private static final Set<ContentType> WITH_PDF = EnumSet.of(JPEG, PNG, HEIC, HEIF, WEBP, PDF);
    private static final int GROUP_CHARS = 4;
    private static final int GROUP_BYTES = 3;

    private final MediaConfig config;
    private final DocumentRules documents;

    MediaRules(MediaConfig config, ContentConfig content) {
        this.config = config;
        require(config.maxPdfBytes(), "max-pdf-bytes");
        require(config.maxBase64Chars() / GROUP_CHARS * GROUP_BYTES, "max-base64-chars");
        documents =
                new DocumentRules(
                        new Limits(1, maxBytes(), content.maxPixels(), content.maxSide()),
                        MediaTypeWords.STANDARD
                                .withAnyPicture()
                                .withSpelling("image/pdf", ContentType.PDF));
    }

    private void require(long bytes, String key) {
        if (bytes >= config.maxRequestBytes()) {
            throw new IllegalStateException(
                    "vestibule.media.%s does not fit into vestibule.media.max-request-bytes"
                            .formatted(key));
        }
    }

    long maxRequestBytes() {
        return config.maxRequestBytes();
    }

    /** The largest document of any type, in bytes. */
    long maxBytes() {
        return Math.max(
                config.maxPdfBytes(), (config.maxBase64Chars() / GROUP_CHARS + 1) * GROUP_BYTES);
    }

    Optional<Refusal> judge(ImageJson json, Integration integration) {
        if (json.malformed()) {
            return Optional.of(new Refusal.BodyMalformed());
        }
        return image(json)
                .or(() -> context(json))
                .or(() -> content(json))
                .or(() -> timestamp(json))
                .<Refusal>map(own -> own)
                .or(() -> document(json, integration));
    }

    private static Optional<MediaRefusal> image(ImageJson json) {
        return switch (json.image()) {
            case ABSENT -> Optional.of(MediaRefusal.IMAGE_MISSING);
            case FOREIGN -> Optional.of(MediaRefusal.PARAMETER_INVALID);
            case THERE -> Optional.empty();
        };
    }

    private static Optional<MediaRefusal> context(ImageJson json) {
        return switch (json.context()) {
            case ABSENT -> Optional.of(MediaRefusal.PARAMETER_MISSING);
            case FOREIGN -> Optional.of(MediaRefusal.PARAMETER_INVALID);
            case THERE -> context(json.contextWord());
        };
    }

    private static Optional<MediaRefusal> context(String word) {
        if (word.isEmpty()) {
            return Optional.of(MediaRefusal.PARAMETER_MISSING);
        }
        return MediaContext.from(word).isPresent()
                ? Optional.empty()
                : Optional.of(MediaRefusal.CONTEXT_UNSUPPORTED);
    }

    private static Optional<MediaRefusal> content(ImageJson json) {
        return switch (json.content()) {
            case ABSENT -> Optional.of(MediaRefusal.CONTENT_MISSING);
            case FOREIGN -> Optional.of(MediaRefusal.PARAMETER_INVALID);
            case THERE -> content(json.picture());
        };
    }

    private static Optional<MediaRefusal> content(ImageContent picture) {
        if (picture.isEmpty()) {
            return Optional.of(MediaRefusal.CONTENT_MISSING);
        }
        return picture.isBase64() ? Optional.empty() : Optional.of(MediaRefusal.CONTENT_NOT_BASE64);
    }

    private static Optional<MediaRefusal> timestamp(ImageJson json) {
        var right =
                switch (json.timestamp()) {
                    case ABSENT -> true;
                    case FOREIGN -> false;
                    case THERE ->
                            !json.isTimestampTooLong()
                                    && json.taken().filter(CaptureTime::isOne).isPresent();
                };
        return right ? Optional.empty() : Optional.of(MediaRefusal.TIMESTAMP_INVALID);
    }

    private Optional<Refusal> document(ImageJson json, Integration integration) {
        var picture = json.picture();
        if (picture.isTooLarge()) {
            return Optional.of(new Refusal.TooLarge(maxBytes()));
        }
        return picture.received()
                .map(document -> document(json, document, integration))
                .orElseGet(() -> Optional.of(new Refusal.TooSmall(1)));
    }

    private Optional<Refusal> document(
            ImageJson json, ReceivedDocument document, Integration integration) {
        var admission =
                Admission.only(integration.takesPdf() ? WITH_PDF : PICTURES, json.contextWord());
        return tooLarge(json.picture(), document)
                .or(
                        () ->
                                documents
                                        .judge(
                                                json.picture().declared(),
                                                document.size(),
                                                document.facts(),
                                                admission)
                                        .stream()
                                        .<Refusal>map(refusal -> refusal)
                                        .findFirst());
    }

    /** Pictures are measured as they are sent, PDFs as they are. */
    private Optional<Refusal> tooLarge(ImageContent picture, ReceivedDocument document) {
        var tooLarge =
                document.facts().type() == PDF
                        ? document.size() > config.maxPdfBytes()
                        : picture.characters() > config.maxBase64Chars();
        return tooLarge ? Optional.of(new Refusal.TooLarge(maxBytes())) : Optional.empty();
    }
}
