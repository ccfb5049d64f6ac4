package vestibule.intake.storage;

import static vestibule.intake.storage.StoreCalls.asking;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.s3.S3Client;
import vestibule.intake.storage.ObjectStore.Multipart;
import vestibule.intake.storage.ObjectStore.Page;
import vestibule.intake.storage.ObjectStore.Stored;
import vestibule.intake.storage.ObjectStore.Unfinished;

/** What is in an S3 bucket. */
final class S3Listing {

    private final S3Client s3;
    private final String bucket;

    S3Listing(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    Page objects(String prefix, Optional<String> page) {
        var listed =
                asking(
                        "list",
                        () ->
                                s3.listObjectsV2(
                                        request ->
                                                request.bucket(bucket)
                                                        .prefix(prefix)
                                                        .continuationToken(page.orElse(null))));
        return new Page(
                listed.contents().stream()
                        .map(object -> new Stored(object.key(), object.lastModified()))
                        .toList(),
                Optional.ofNullable(listed.nextContinuationToken()));
    }

    List<String> folders(String prefix) {
        var pages =
                s3.listObjectsV2Paginator(
                        request -> request.bucket(bucket).prefix(prefix).delimiter("/"));
        return asking(
                "list folders",
                () -> pages.commonPrefixes().stream().map(common -> common.prefix()).toList());
    }

    void unfinished(String prefix, Consumer<Unfinished> each) {
        var pages =
                s3.listMultipartUploadsPaginator(request -> request.bucket(bucket).prefix(prefix))
                        .iterator();
        while (asking("list uploads", pages::hasNext)) {
            for (var upload : asking("list uploads", pages::next).uploads()) {
                each.accept(
                        new Unfinished(
                                new Multipart(upload.key(), upload.uploadId()),
                                upload.initiated()));
            }
        }
    }
}
