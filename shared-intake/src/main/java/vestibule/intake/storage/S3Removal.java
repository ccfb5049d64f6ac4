package vestibule.intake.storage;

import static vestibule.intake.storage.StoreCalls.asking;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;

/** Removes objects of an S3 bucket, also of one that keeps what is removed as versions. */
final class S3Removal {

    private final S3Client s3;
    private final String bucket;

    S3Removal(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    void remove(String key) {
        asking(
                "remove",
                () -> {
                    var gone = s3.deleteObject(request -> request.bucket(bucket).key(key));
                    if (keepsVersions(gone)) {
                        removeVersions(key);
                    }
                    return key;
                });
    }

    /** A bucket that keeps versions, or has kept some, puts a delete marker and says so. */
    private static boolean keepsVersions(DeleteObjectResponse gone) {
        return gone.versionId() != null || Boolean.TRUE.equals(gone.deleteMarker());
    }

    private void removeVersions(String key) {
        for (var id : versions(key)) {
            s3.deleteObject(version -> version.bucket(bucket).key(key).versionId(id));
        }
    }

    /** The ids of all versions and delete markers of an object. */
    private List<String> versions(String key) {
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
