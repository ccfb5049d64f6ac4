package vestibule.intake.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vestibule.intake.ServiceName;
import vestibule.intake.event.Classification;

/** The part of one service of the table in {@code docs/events.md}: a row for each vendor's word. */
public record Vocabulary(ServiceName service, List<String> rows) {

    private static final Path PAGE = Path.of("..", "docs", "events.md");
    private static final String HEAD =
            "| service | the vendor's word | category | type | side |\n|---|---|---|---|---|\n";

    /** How the table is refreshed. */
    public static final String REFRESHING = "refresh it as docs/events.md says";

    public Vocabulary {
        rows = List.copyOf(rows);
    }

    /** One row for each; the vendor's word is all there is to say. */
    public static Vocabulary of(ServiceName service, Stream<Classification> words) {
        return new Vocabulary(
                service, words.map(word -> row(service, code(word.vendorType()), word)).toList());
    }

    public static String row(ServiceName service, String word, Classification meaning) {
        return "| `%s` | %s | `%s` | `%s` | `%s` |"
                .formatted(
                        service.word(),
                        word,
                        meaning.category().word(),
                        meaning.type().word(),
                        meaning.side().word());
    }

    public static String code(String word) {
        return "`" + word + "`";
    }

    /** What the page says; written there first where {@code -Dvocabulary.refresh} asks for it. */
    public Vocabulary published() throws IOException {
        var page = Files.readString(PAGE);
        int begin = page.indexOf(HEAD) + HEAD.length();
        int end = page.indexOf("\n\n", begin - 1) + 1;
        var table = page.substring(begin, Math.max(begin, end)).lines().toList();
        if (System.getProperty("vocabulary.refresh") == null) {
            return new Vocabulary(service, table.stream().filter(this::isOwn).toList());
        }
        var others = table.stream().filter(row -> !isOwn(row));
        var all =
                Stream.concat(others, rows.stream())
                        .sorted(Comparator.comparing(Vocabulary::place));
        Files.writeString(
                PAGE,
                page.substring(0, begin)
                        + String.join("", all.map(row -> row + "\n").toList())
                        + page.substring(Math.max(begin, end)));
        return this;
    }

    private boolean isOwn(String row) {
        return row.startsWith("| " + code(service.word()) + " |");
    }

    private static ServiceName place(String row) {
        return Arrays.stream(ServiceName.values())
                .filter(one -> row.startsWith("| " + code(one.word()) + " |"))
                .findFirst()
                .orElseThrow();
    }
}
