package vestibule.intake.body;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The one hash that everything here is known by. */
public final class Hash {

    private Hash() {}

    /** A fresh SHA-256. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
