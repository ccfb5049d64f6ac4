package vestibule.ddq;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document as clients see it.
 *
 * @param userId as the client wrote it
 * @param sha256 lower-case hex
 */
@JsonNaming(SnakeCaseStrategy.class)
record DocumentView(
        UUID id,
        String userId,
        String fileName,
        String documentType,
        String mimeType,
        long size,
        String sha256,
        @Nullable String ddqId,
        boolean ddqMatched,
        String status,
        String dateAdded) {

    /** One page of a list, and how many there are in all. */
    record Page(List<DocumentView> data, long total) {

        static Page of(DdqLedger.Page page) {
            return new Page(page.documents().stream().map(DocumentView::of).toList(), page.total());
        }
    }

    private static DocumentView of(UploadedDocument document) {
        return new DocumentView(
                document.id,
                document.subject().orElseThrow(),
                document.fileName,
                document.vendorType,
                document.mediaType,
                document.size,
                document.sha256,
                document.ddqId,
                document.ddqMatched,
                "RECEIVED",
                Replies.time(document.createdAt));
    }
}
