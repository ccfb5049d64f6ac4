package vestibule.intake.access;

import java.security.MessageDigest;

/** What is known about an idempotency key when a request with it begins. */
public sealed interface Begun {

    /** First of its kind, or the first to succeed so far: go on. */
    record Fresh(Reservation reservation) implements Begun {}

    /** Another request with this key is being worked on. */
    record InUse() implements Begun {}

    /** A request with this key has succeeded with this content. */
    record Done(byte[] contentSha256, StoredAnswer answer) implements Begun {

        /** True for a repeat, which gets the stored answer; false for a key that is reused. */
        public boolean repeats(byte[] sha256) {
            return MessageDigest.isEqual(contentSha256, sha256);
        }
    }
}
