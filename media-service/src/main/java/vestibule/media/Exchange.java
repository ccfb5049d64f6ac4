package vestibule.media;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vestibule.intake.Caller;

/** One request of a known integration and its answer: what proves the one, and signs the other. */
final class Exchange {

    private final String apiKey;
    private final Holder holder;
    private final List<Secret> secrets;
    private final Signature signature;
    private final PublicUrl url;
    private volatile Optional<Secret> matched = Optional.empty();

    /**
     * @param apiKey as sent, for the echo
     * @param secrets those that are valid now
     */
    Exchange(
            String apiKey,
            Holder holder,
            List<Secret> secrets,
            Signature signature,
            PublicUrl url) {
        this.apiKey = apiKey;
        this.holder = holder;
        this.secrets = List.copyOf(secrets);
        this.signature = signature;
        this.url = url;
    }

    String apiKey() {
        return apiKey;
    }

    Caller caller() {
        return holder.caller();
    }

    Integration integration() {
        return holder.integration();
    }

    /** What the urls of the answer begin with. */
    PublicUrl url() {
        return url;
    }

    /** What is wrong with the signature before anything is known of what it signs. */
    Optional<MediaRefusal> unusable() {
        return signature instanceof Signature.Unusable(var why)
                ? Optional.of(why)
                : Optional.empty();
    }

    /** Begins to sign what passes with every secret that may have been used. */
    Proof prove() {
        return switch (signature) {
            case Signature.Hmac(var digest) -> proof(digest, Signing::hmac);
            case Signature.Legacy(var digest) -> proof(digest, Signing::legacy);
            case Signature.Unusable _ -> new Proof(new byte[0], List.of());
        };
    }

    private Proof proof(byte[] sent, Function<Secret, Signing> way) {
        return new Proof(
                sent,
                secrets.stream().map(secret -> new Candidate(secret, way.apply(secret))).toList());
    }

    /** True when the request is signed over exactly these bytes. */
    boolean proves(byte[] signed) {
        var proof = prove();
        proof.update(signed, 0, signed.length);
        return proof.holds();
    }

    /**
     * Signs the answer with the secret that proved the request, else with the first valid one;
     * empty when none is valid.
     */
    Optional<Signing> answering() {
        return matched.or(() -> secrets.stream().findFirst()).map(Signing::hmac);
    }

    Optional<String> sign(byte[] answer) {
        return answering()
                .map(
                        signing -> {
                            signing.update(answer, 0, answer.length);
                            return HexFormat.of().formatHex(signing.finish());
                        });
    }

    private record Candidate(Secret secret, Signing signing) {}

    /** The signatures that the bytes so far would have. */
    final class Proof {

        private final byte[] sent;
        private final List<Candidate> candidates;

        private Proof(byte[] sent, List<Candidate> candidates) {
            this.sent = sent;
            this.candidates = candidates;
        }

        void update(byte[] bytes, int offset, int length) {
            candidates.forEach(one -> one.signing().update(bytes, offset, length));
        }

        /** After the last byte, once: whether the request was signed so; in constant time. */
        boolean holds() {
            var found = Optional.<Secret>empty();
            for (var one : candidates) {
                if (MessageDigest.isEqual(one.signing().finish(), sent)) {
                    found = Optional.of(one.secret());
                }
            }
            matched = found;
            return found.isPresent();
        }
    }
}
