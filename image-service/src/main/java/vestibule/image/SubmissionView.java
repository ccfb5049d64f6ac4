package vestibule.image;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A submission as clients see it; a deleted one without what it said of a person. */
record SubmissionView(
        @JsonProperty("submission_id") String submissionId,
        String email,
        @JsonProperty("created_at") String createdAt,
        String reviewer,
        @JsonRawValue String data,
        Kyc kyc,
        Map<String, String> image) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** The vendor's reasons for a result are not ours to give. */
    record Kyc(String result, List<String> comment, List<String> commentCode) {}

    /** One page, newest first; with where to go on from, when there is more. */
    record Page(
            @JsonProperty("Items") List<SubmissionView> items,
            @JsonProperty("nextpage_id") @JsonInclude(JsonInclude.Include.NON_ABSENT)
                    Optional<String> nextId,
            @JsonProperty("nextpage_date") @JsonInclude(JsonInclude.Include.NON_ABSENT)
                    Optional<String> nextDate) {

        /** {@code submissions} has one more than fits when there is another page. */
        static Page of(
                List<StoredSubmission> submissions, int count, List<StoredPicture> pictures) {
            var shown = submissions.stream().limit(count).toList();
            var last = shown.stream().reduce((one, next) -> next);
            var next = last.filter(more -> submissions.size() > count);
            return new Page(
                    shown.stream().map(submission -> view(submission, pictures)).toList(),
                    next.map(row -> row.id),
                    next.map(row -> time(row.createdAt)));
        }
    }

    private static SubmissionView view(StoredSubmission submission, List<StoredPicture> pictures) {
        var links = new LinkedHashMap<String, String>();
        pictures.stream()
                .filter(picture -> picture.submission().equals(submission.id))
                .forEach(picture -> links.put(picture.slot().word(), link(picture)));
        return new SubmissionView(
                submission.id,
                submission.email,
                time(submission.createdAt),
                submission.reviewer,
                submission.data,
                new Kyc(submission.result, List.of(), List.of()),
                links);
    }

    private static String link(StoredPicture picture) {
        return "/v3/image?submission_id=%s&type=%s"
                .formatted(picture.submission(), picture.slot().word());
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }
}
