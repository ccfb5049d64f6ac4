package vestibule.media;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vestibule.intake.body.Hash;

/** Signs with one secret the bytes that pass; good for one signature. */
sealed interface Signing {

    void update(byte[] bytes, int offset, int length);

    /** 32 bytes. */
    byte[] finish();

    /** HMAC-SHA256; the key is the secret as text, whatever it looks like. */
    static Signing hmac(Secret secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(utf8(secret), "HmacSHA256"));
            return new Hmac(mac);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HmacSHA256", impossible);
        }
    }

    /** SHA-256 of the bytes and the secret behind them. */
    static Signing legacy(Secret secret) {
        return new Legacy(Hash.sha256(), utf8(secret));
    }

    private static byte[] utf8(Secret secret) {
        return secret.value().getBytes(StandardCharsets.UTF_8);
    }

    /** As the vendor signs today. */
    record Hmac(Mac mac) implements Signing {

        @Override
        public void update(byte[] bytes, int offset, int length) {
            mac.update(bytes, offset, length);
        }

        @Override
        public byte[] finish() {
            return mac.doFinal();
        }
    }

    /** As the vendor once signed. */
    record Legacy(MessageDigest sha256, byte[] secret) implements Signing {

        @Override
        public void update(byte[] bytes, int offset, int length) {
            sha256.update(bytes, offset, length);
        }

        @Override
        public byte[] finish() {
            return sha256.digest(secret);
        }
    }
}
