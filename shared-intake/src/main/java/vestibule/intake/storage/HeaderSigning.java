package vestibule.intake.storage;

import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.scheme.AwsV4AuthScheme;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignRequest;
import software.amazon.awssdk.http.auth.spi.signer.AsyncSignedRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.IdentityProviders;

/**
 * AWS Signature 4 over the headers, with {@code UNSIGNED-PAYLOAD}, over plain http too. Over http
 * the SDK would hash every payload a second time; ours carry a checksum header of their own, which
 * is signed and which the store verifies.
 */
final class HeaderSigning implements AwsV4AuthScheme, AwsV4HttpSigner {

    private static final int HTTP_PORT = 80;

    private final AwsV4AuthScheme scheme = AwsV4AuthScheme.create();

    @Override
    public String schemeId() {
        return scheme.schemeId();
    }

    @Override
    public IdentityProvider<AwsCredentialsIdentity> identityProvider(IdentityProviders providers) {
        return scheme.identityProvider(providers);
    }

    @Override
    public AwsV4HttpSigner signer() {
        return this;
    }

    @Override
    public SignedRequest sign(SignRequest<? extends AwsCredentialsIdentity> request) {
        var plain = request.request();
        var signed =
                scheme.signer()
                        .sign(
                                request.toBuilder()
                                        .request(asHttps(plain))
                                        .putProperty(PAYLOAD_SIGNING_ENABLED, false)
                                        .putProperty(CHUNK_ENCODING_ENABLED, false)
                                        .build());
        return signed.toBuilder()
                .request(
                        signed.request().toBuilder()
                                .protocol(plain.protocol())
                                .port(plain.port())
                                .build())
                .build();
    }

    /** A default port stays one: the signed {@code Host} names only others. */
    private static SdkHttpRequest asHttps(SdkHttpRequest request) {
        var https = request.toBuilder().protocol("https");
        return (request.port() == HTTP_PORT ? https.port(null) : https).build();
    }

    @Override
    public CompletableFuture<AsyncSignedRequest> signAsync(
            AsyncSignRequest<? extends AwsCredentialsIdentity> request) {
        throw new UnsupportedOperationException("only the blocking client is used");
    }
}
