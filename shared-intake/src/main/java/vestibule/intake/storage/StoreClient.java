package vestibule.intake.storage;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import vestibule.intake.storage.StoreConfig.PayloadSigning;

/**
 * The S3 client as Quarkus configures it, with our checksums, bodies sent at once, one place for
 * retries, and the chosen signing.
 */
@Singleton
class StoreClient {

    @Produces
    @Singleton
    S3Client client(
            S3ClientBuilder builder,
            StoreConfig config,
            @ConfigProperty(name = "quarkus.s3.path-style-access", defaultValue = "false")
                    boolean pathStyle) {
        return build(builder, config.payloadSigning(), pathStyle);
    }

    static S3Client build(S3ClientBuilder builder, PayloadSigning signing, boolean pathStyle) {
        // Quarkus fills a service configuration that says something about checksums: ours instead.
        // Bodies above 1 MiB would wait for a 100 Continue; the HTTP client cannot switch that off.
        builder.serviceConfiguration(
                S3Configuration.builder()
                        .pathStyleAccessEnabled(pathStyle)
                        .chunkedEncodingEnabled(false)
                        .expectContinueEnabled(false)
                        .build());
        builder.requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(
                        builder.overrideConfiguration().toBuilder()
                                .retryStrategy(AwsRetryStrategy.doNotRetry())
                                .build());
        if (signing == PayloadSigning.AUTO) {
            builder.putAuthScheme(new HeaderSigning());
        }
        return builder.build();
    }

    void close(@Disposes S3Client client) {
        client.close();
    }
}
