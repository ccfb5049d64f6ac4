package vestibule.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges a document by what was claimed, what was found and what may enter. Yields every broken
 * rule in the order size, type, contradiction, damage, dimensions; a service that answers one
 * refusal only takes the first.
 */
public record DocumentRules(Limits limits, MediaTypeWords words) {

    public List<Refusal.OfDocument> judge(
            Declared declared, long size, Facts facts, Admission admission) {
        // The content of a document of the wrong size was not looked at, or not to its end.
        if (size < limits.minBytes()) {
            return List.of(new Refusal.TooSmall(limits.minBytes()));
        }
        if (size > limits.maxBytes()) {
            return List.of(new Refusal.TooLarge(limits.maxBytes()));
        }
        return notAllowed(facts.type(), admission)
                .map(List::of)
                .orElseGet(() -> judgeContent(declared, facts, admission.types()));
    }

    private static Optional<Refusal.OfDocument> notAllowed(ContentType found, Admission admission) {
        return switch (admission) {
            case Admission.Only only when !only.types().contains(found) ->
                    Optional.of(new Refusal.TypeNotAllowed(found, only.context()));
            case Admission.Only _, Admission.Undecided _ -> Optional.empty();
        };
    }

    private List<Refusal.OfDocument> judgeContent(
            Declared declared, Facts facts, Set<ContentType> permitted) {
        var refusals = new ArrayList<Refusal.OfDocument>();
        if (facts.type() == ContentType.UNKNOWN) {
            return refusals;
        }
        if (declared.contradicts(facts.type(), words)) {
            refusals.add(new Refusal.TypeContradicted(facts.type()));
        }
        if (!permitted.contains(facts.type())) {
            return refusals;
        }
        if (!facts.sound()) {
            refusals.add(new Refusal.Damaged(facts.type()));
        }
        facts.dimensions()
                .filter(found -> !found.within(limits.maxPixels(), limits.maxSide()))
                .map(Refusal.DimensionsTooLarge::new)
                .ifPresent(refusals::add);
        return List.copyOf(refusals);
    }
}
