package vestibule.intake.storage;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Calls the SDK and says its failures in our words: an outage that passes, or our own fault. */
final class StoreCalls {

    /**
     * Faults of the request. Not among them: 401, 403 and 404 (credentials or bucket, which the
     * operator must mend: an outage), 408, 409 and 429 (later again).
     */
    private static final Set<Integer> OUR_FAULTS = Set.of(400, 405, 411, 412, 413, 414, 416);

    /** Of all the reasons for a 400 the ones that pass. */
    private static final Set<String> PASSING =
            Set.of("RequestTimeout", "ExpiredToken", "TokenRefreshRequired");

    /** A store may copy every byte while it joins parts; the client's socket time-out allows it. */
    private static final Duration JOINING = Duration.ofSeconds(30);

    private StoreCalls() {}

    /** For the one call that takes longer the larger the object is. */
    static void patiently(AwsRequestOverrideConfiguration.Builder call) {
        call.apiCallTimeout(JOINING).apiCallAttemptTimeout(JOINING);
    }

    static <T> T asking(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (S3Exception answer) {
            throw isOurFault(answer)
                    ? new StoreRefused("the store refused to " + what, answer)
                    : new StoreUnavailable("the store failed to " + what, answer);
        } catch (SdkException
                | IllegalStateException
                | RejectedExecutionException
                | UncheckedIOException failure) {
            // Illegal states and rejections are those of a client that is shut down.
            throw new StoreUnavailable("the store failed to " + what, failure);
        }
    }

    private static boolean isOurFault(S3Exception answer) {
        var details = answer.awsErrorDetails();
        return OUR_FAULTS.contains(answer.statusCode())
                && (details == null || !PASSING.contains(String.valueOf(details.errorCode())));
    }
}
