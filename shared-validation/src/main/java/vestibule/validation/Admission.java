package vestibule.validation;

import java.util.Set;

/** Which types may enter for what the document is meant for. */
public sealed interface Admission {

    /** {@code context} is the vendor's word, for example the purpose {@code passport}. */
    record Only(Set<ContentType> types, String context) implements Admission {
        public Only {
            types = Set.copyOf(types);
        }
    }

    /**
     * What the document is meant for was not said properly, so its type cannot be judged by it;
     * {@code types} are those that may enter for anything.
     */
    record Undecided(Set<ContentType> types) implements Admission {
        public Undecided {
            types = Set.copyOf(types);
        }
    }

    Set<ContentType> types();

    static Admission only(Set<ContentType> types, String context) {
        return new Only(types, context);
    }

    static Admission undecided(Set<ContentType> types) {
        return new Undecided(types);
    }
}
