package vestibule.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import vestibule.validation.Refusal;

/** What a migration says of a submission that was made elsewhere. */
record Migration(ObjectNode sent) {

    static final String ADMIN = "admin";

    private static final List<String> REQUIRED =
            List.of(ADMIN, "email", "fullName", "birthDate", "kycStatus");
    private static final List<String> DATES = List.of("birthDate", "issueDate", "expireDate");

    /** These have a column of their own, or are of no interest later. */
    private static final Set<String> APART = Set.of(ADMIN, "email", "kycStatus");

    private static final String ADDRESS = "address_";
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final Map<String, Predicate<String>> SHAPES = shapes();

    private static Map<String, Predicate<String>> shapes() {
        var shapes = new LinkedHashMap<String, Predicate<String>>();
        var countries = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3);
        shapes.put("email", EMAIL.asMatchPredicate());
        shapes.put("kycStatus", Set.of("approved", "rejected")::contains);
        shapes.put("idType", type -> IdType.from(type).isPresent());
        shapes.put("issuingCountry", countries::contains);
        shapes.put("gender", Set.of("female", "male")::contains);
        List.of(
                        ADMIN,
                        "fullName",
                        "birthDate",
                        "nationality",
                        "issueDate",
                        "expireDate",
                        "userid",
                        "cf1",
                        "cf2",
                        "cf3",
                        "documentNumber",
                        "identityNumber",
                        "ipAddress")
                .forEach(name -> shapes.put(name, any -> true));
        return shapes;
    }

    Optional<Refusal> incomplete() {
        return REQUIRED.stream().anyMatch(this::isMissing)
                ? Optional.of(ImageRule.MIGRATION_INCOMPLETE)
                : Optional.empty();
    }

    private boolean isMissing(String name) {
        var value = sent.path(name);
        return value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.textValue().isBlank());
    }

    /** The first value that cannot be right, then the first date that is none. */
    Optional<Refusal> wrong() {
        return fields().stream()
                .filter(name -> !fits(name, sent.get(name)))
                .findFirst()
                .<Refusal>map(name -> new Refusal.FieldInvalid(name, ""))
                .or(
                        () ->
                                DATES.stream()
                                        .filter(name -> !isDate(name))
                                        .findFirst()
                                        .map(MigrationDateInvalid::new));
    }

    /** The names that mean something here, in the order in which they were sent. */
    private Set<String> fields() {
        return StreamSupport.stream(((Iterable<String>) sent::fieldNames).spliterator(), false)
                .filter(name -> SHAPES.containsKey(name) || name.startsWith(ADDRESS))
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    /** A blank value that need not be there is none. */
    private static boolean fits(String name, JsonNode value) {
        return value.isNull()
                || (value.isTextual()
                        && PlainText.isOne(value.textValue())
                        && PlainText.isOne(name)
                        && (value.textValue().isBlank()
                                || SHAPES.getOrDefault(name, any -> true).test(value.textValue())));
    }

    private boolean isDate(String name) {
        return text(name).map(PlainText::isDate).orElse(true);
    }

    /** Empty when it was not sent, or is blank. */
    Optional<String> text(String name) {
        return Optional.ofNullable(sent.get(name))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(text -> !text.isBlank());
    }

    /** All that is said of the person, as JSON. */
    String data() {
        var data = sent.objectNode();
        fields().stream()
                .filter(name -> !APART.contains(name))
                .forEach(name -> text(name).ifPresent(value -> data.put(name, value)));
        return data.toString();
    }
}
