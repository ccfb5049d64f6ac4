package vestibule.validation;

import java.util.ArrayList;
import java.util.List;

/** How long a file name may be, in code points and both inclusive, and how it may begin. */
public record NameRules(int minCodePoints, int maxCodePoints, boolean leadingDotAllowed) {

    public NameRules {
        if (minCodePoints < 0 || maxCodePoints < minCodePoints) {
            throw new IllegalArgumentException(
                    "name length " + minCodePoints + " to " + maxCodePoints);
        }
    }

    /** Every broken rule: too short, too long, invalid. */
    public List<Refusal.OfDocument> judge(FileName name) {
        var refusals = new ArrayList<Refusal.OfDocument>();
        if (name.codePoints() < minCodePoints) {
            refusals.add(new Refusal.NameTooShort(minCodePoints));
        }
        if (name.codePoints() > maxCodePoints) {
            refusals.add(new Refusal.NameTooLong(maxCodePoints));
        }
        if (name.hasControlCharacters() || (name.startsWithDot() && !leadingDotAllowed)) {
            refusals.add(new Refusal.NameInvalid());
        }
        return List.copyOf(refusals);
    }
}
