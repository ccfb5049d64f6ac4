package vestibule.intake.storage;

import static vestibule.intake.storage.StoreCalls.asking;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.s3.S3Client;
import vestibule.intake.storage.ObjectStore.Multipart;
import vestibule.intake.storage.ObjectStore.Stored;
import vestibule.intake.storage.ObjectStore.Unfinished;

/** What is in an S3 bucket, page by page. */
final class S3Listing {

    private final S3Client s3;
    private final String bucket;

    S3Listing(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    void objects(String prefix, Consumer<Stored> each) {
        var pages =
                s3.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix))
                        .iterator();
        while (asking("list", pages::hasNext)) {
            for (var object : asking("list", pages::next).contents()) {
                each.accept(new Stored(object.key(), object.lastModified()));
            }
        }
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

    /** The ids of all versions and delete markers of an object. */
    List<String> versions(String key) {
        var ids = new ArrayList<String>();
        for (var page :
                s3.listObjectVersionsPaginator(request -> request.bucket(bucket).prefix(key))) {
            page.versions().stream()
                    .filter(version -> version.key().equals(key))
                    .forEach(version -> ids.add(version.versionId()));
            page.deleteMarkers().stream()
                    .filter(marker -> marker.key().equals(key))
                    .forEach(marker -> ids.add(marker.versionId()));
        }
        return ids;
    }
}
