package vestibule.intake.storage;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import vestibule.embedded.S3Server;
import vestibule.intake.Stack;
import vestibule.intake.storage.ObjectStore.Stored;
import vestibule.intake.storage.StoreConfig.PayloadSigning;

/** The store of production without its container, against the real S3 server. */
public final class TestStore {

    private TestStore() {}

    static ObjectStore real() {
        return at(Stack.running().s3().endpoint(), PayloadSigning.AUTO);
    }

    static ObjectStore at(URI endpoint, PayloadSigning signing) {
        return new S3ObjectStore(client(endpoint, signing), StoreSettings.DEFAULT);
    }

    /** The objects of all pages. */
    public static List<Stored> list(ObjectStore store, String prefix) {
        var found = new ArrayList<Stored>();
        var page = store.list(prefix, Optional.empty());
        found.addAll(page.objects());
        while (page.next().isPresent()) {
            page = store.list(prefix, page.next());
            found.addAll(page.objects());
        }
        return found;
    }

    static S3Client client(URI endpoint, PayloadSigning signing) {
        var s3 = Stack.running().s3();
        var defaults = Settings.defaults();
        var builder =
                S3Client.builder()
                        .endpointOverride(endpoint)
                        .region(Region.of(S3Server.REGION))
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(s3.accessKey(), s3.secretKey())))
                        .overrideConfiguration(
                                o ->
                                        o.apiCallTimeout(defaults.apiCall())
                                                .apiCallAttemptTimeout(defaults.apiCall()))
                        .httpClientBuilder(
                                ApacheHttpClient.builder()
                                        .connectionTimeout(defaults.connection())
                                        .socketTimeout(defaults.socket())
                                        .expectContinueEnabled(false));
        return StoreClient.build(builder, signing, true);
    }

    /** The time-outs that every service has by default. */
    private record Settings(Duration connection, Duration socket, Duration apiCall) {

        static Settings defaults() {
            var defaults =
                    new SmallRyeConfigBuilder()
                            .addDefaultSources()
                            .addDiscoveredConverters()
                            .build();
            return new Settings(
                    defaults.getValue("quarkus.s3.sync-client.connection-timeout", Duration.class),
                    defaults.getValue("quarkus.s3.sync-client.socket-timeout", Duration.class),
                    defaults.getValue("quarkus.s3.api-call-timeout", Duration.class));
        }
    }
}
