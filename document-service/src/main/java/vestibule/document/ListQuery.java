package vestibule.document;

import io.vertx.core.MultiMap;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vestibule.validation.Refusal;

/** Which page of an end client's documents is asked for; what is not valid is empty. */
record ListQuery(
        Optional<Integer> limit,
        Optional<Integer> offset,
        Optional<SortBy> sortBy,
        Optional<SortOrder> sortOrder) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,10}");

    /** By what a list is sorted; ties are broken by the number. */
    enum SortBy {
        ID("id", "number"),
        CREATE_TIME("createTime", "createTime"),
        UPDATE_TIME("updateTime", "updateTime");

        private final String word;
        private final String property;

        SortBy(String word, String property) {
            this.word = word;
            this.property = property;
        }
    }

    /** Which end of a list comes first; what was never updated counts as oldest. */
    enum SortOrder {
        ASC("asc nulls first"),
        DESC("desc nulls last");

        private final String words;

        SortOrder(String words) {
            this.words = words;
        }
    }

    static ListQuery of(MultiMap parameters, DocumentConfig config) {
        return new ListQuery(
                one(parameters, "limit", config.defaultLimit(), ListQuery::number)
                        .filter(limit -> limit >= 1 && limit <= config.maxLimit()),
                one(parameters, "offset", 0, ListQuery::number),
                one(parameters, "sort_by", SortBy.CREATE_TIME, ListQuery::sortBy),
                one(parameters, "sort_order", SortOrder.DESC, ListQuery::sortOrder));
    }

    /** Every parameter that is not valid. */
    List<Refusal> refusals() {
        return Stream.of(
                        refusal("limit", limit),
                        refusal("offset", offset),
                        refusal("sort_by", sortBy),
                        refusal("sort_order", sortOrder))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The order as a part of a query; made of nothing that a client sent. */
    String order() {
        var by = sortBy.orElseThrow().property;
        var order = sortOrder.orElseThrow().words;
        return "%s %s, number %s".formatted(by, order, order);
    }

    private static Optional<Refusal> refusal(String name, Optional<?> value) {
        return value.isPresent() ? Optional.empty() : Optional.of(new Refusal.QueryInvalid(name));
    }

    private static <T> Optional<T> one(
            MultiMap parameters, String name, T usual, Function<String, Optional<T>> reading) {
        var values = parameters.getAll(name);
        return switch (values.size()) {
            case 0 -> Optional.of(usual);
            case 1 -> reading.apply(values.getFirst());
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> number(String text) {
        return Optional.of(text)
                .filter(digits -> NUMBER.matcher(digits).matches())
                .map(Long::valueOf)
                .filter(number -> number <= Integer.MAX_VALUE)
                .map(Long::intValue);
    }

    private static Optional<SortBy> sortBy(String text) {
        return Arrays.stream(SortBy.values()).filter(by -> by.word.equals(text)).findFirst();
    }

    private static Optional<SortOrder> sortOrder(String text) {
        return switch (text) {
            case "asc" -> Optional.of(SortOrder.ASC);
            case "desc" -> Optional.of(SortOrder.DESC);
            default -> Optional.empty();
        };
    }
}
