package vestibule.image;

import java.security.SecureRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Ids of submissions: 13 of {@code a-z 0-9}, random, so that none can be guessed. */
final class SubmissionIds {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 13;
    private static final Pattern ID = Pattern.compile("[a-z0-9]{" + LENGTH + "}");

    private SubmissionIds() {}

    static String next() {
        return RANDOM.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(ALPHABET::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }

    /** False for what no submission can be called: the database need not be asked. */
    static boolean isOne(String text) {
        return ID.matcher(text).matches();
    }
}
