package vestibule.intake.scan;

import java.util.regex.Pattern;

/** What clamd says at the end of {@code INSTREAM} (clamd(8), COMMANDS). */
sealed interface ClamdAnswer {

    /** {@code stream: OK}. */
    record Clean() implements ClamdAnswer {}

    /** {@code stream: <signature> FOUND}. */
    record Found(String signature) implements ClamdAnswer {}

    /** {@code <reason> ERROR}, or what no clamd says. */
    record Failed(String text) implements ClamdAnswer {}

    Pattern FOUND = Pattern.compile("stream: (\\P{Cntrl}+) FOUND");

    static ClamdAnswer of(String text) {
        var found = FOUND.matcher(text);
        if (found.matches()) {
            return new Found(found.group(1));
        }
        return text.equals("stream: OK") ? new Clean() : new Failed(text);
    }
}
