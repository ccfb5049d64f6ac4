package vestibule.image;

import io.vertx.core.MultiMap;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vestibule.validation.Refusal;

/**
 * Which of the project's submissions are asked for.
 *
 * @param count the most on one page
 * @param conditions on the entity, each with an {@code and} before it
 * @param values of the parameters in the conditions
 */
record SubmissionQuery(int count, String conditions, Map<String, Object> values) {

    private static final int MAX_COUNT = 50;
    private static final Pattern COUNT = Pattern.compile("[1-9]|[1-4][0-9]|" + MAX_COUNT);
    private static final List<Shape> SHAPES =
            List.of(
                    new Shape("submission_id", PlainText::isOne),
                    new Shape("submissionId", PlainText::isOne),
                    new Shape("userid", PlainText::isOne),
                    new Shape("email", PlainText::isOne),
                    new Shape("count", COUNT.asMatchPredicate()),
                    new Shape("nextpage_id", SubmissionIds::isOne),
                    new Shape("nextpage_date", PlainText::isTime),
                    new Shape("start_date", PlainText::isDate),
                    new Shape("end_date", PlainText::isDate));

    SubmissionQuery {
        values = Map.copyOf(values);
    }

    private record Shape(String name, Predicate<String> fits) {

        /** There twice, or not to be read. */
        boolean isBrokenBy(MultiMap sent) {
            var values = sent.getAll(name);
            return values.size() > 1 || values.stream().anyMatch(fits.negate());
        }
    }

    /** The first parameter that is there twice, or cannot be read, or contradicts another. */
    static Optional<Refusal> judge(MultiMap sent) {
        return SHAPES.stream()
                .filter(shape -> shape.isBrokenBy(sent))
                .map(Shape::name)
                .findFirst()
                .or(() -> contradiction(sent))
                .map(Refusal.QueryInvalid::new);
    }

    /** One subject at most, and both halves of a place to go on from. */
    private static Optional<String> contradiction(MultiMap sent) {
        var subjects =
                Stream.of("submission_id", "submissionId", "userid", "email")
                        .filter(name -> text(sent, name).isPresent())
                        .toList();
        if (subjects.size() > 1) {
            return Optional.of(subjects.get(1));
        }
        return sent.contains("nextpage_id") == sent.contains("nextpage_date")
                ? Optional.empty()
                : Optional.of(sent.contains("nextpage_id") ? "nextpage_date" : "nextpage_id");
    }

    /** Of parameters that nothing was found wrong with. */
    static SubmissionQuery of(MultiMap sent) {
        var where = new Where();
        submission(sent).ifPresent(id -> where.and("id = :id", "id", id));
        text(sent, "userid").ifPresent(id -> where.and("userid = :userid", "userid", id));
        text(sent, "email").ifPresent(mail -> where.and("email = :email", "email", mail));
        text(sent, "start_date")
                .ifPresent(day -> where.and("createdAt >= :from", "from", startOf(day, 0)));
        text(sent, "end_date")
                .ifPresent(day -> where.and("createdAt < :until", "until", startOf(day, 1)));
        text(sent, "nextpage_id")
                .ifPresent(
                        id -> {
                            var date = Instant.parse(sent.get("nextpage_date"));
                            where.and("createdAt <= :date", "date", date);
                            where.and("(createdAt < :date or id < :next)", "next", id);
                        });
        return new SubmissionQuery(
                text(sent, "count").map(Integer::valueOf).orElse(MAX_COUNT),
                where.conditions.toString(),
                where.values);
    }

    private static final class Where {
        private final StringBuilder conditions = new StringBuilder();
        private final Map<String, Object> values = new HashMap<>();

        void and(String condition, String name, Object value) {
            conditions.append(" and ").append(condition);
            values.put(name, value);
        }
    }

    /** The id in either spelling; a blank one is none. */
    static Optional<String> submission(MultiMap sent) {
        return text(sent, "submission_id").or(() -> text(sent, "submissionId"));
    }

    private static Optional<String> text(MultiMap sent, String name) {
        return Optional.ofNullable(sent.get(name)).filter(text -> !text.isBlank());
    }

    private static Instant startOf(String day, int daysLater) {
        return LocalDate.parse(day).plusDays(daysLater).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
