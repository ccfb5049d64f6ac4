package vestibule.local.faults;

/** How many of each; all but the first three must be 0. */
record Tally(
        int acknowledged,
        int refused,
        int unknown,
        int lost,
        int phantoms,
        int orphans,
        int differingIds,
        int disordered) {

    static final String HEAD =
            "%-9s %6s %6s %8s %8s %5s %8s %8s %7s %9s"
                    .formatted(
                            "service",
                            "kills",
                            "acked",
                            "refused",
                            "unknown",
                            "lost",
                            "phantoms",
                            "orphans",
                            "two ids",
                            "disorder");

    boolean clean() {
        return lost + phantoms + orphans + differingIds + disordered == 0;
    }

    Tally plus(Tally other) {
        return new Tally(
                acknowledged + other.acknowledged,
                refused + other.refused,
                unknown + other.unknown,
                lost + other.lost,
                phantoms + other.phantoms,
                orphans + other.orphans,
                differingIds + other.differingIds,
                disordered + other.disordered);
    }

    String line(String name, int kills) {
        return "%-9s %6d %6d %8d %8d %5d %8d %8d %7d %9d"
                .formatted(
                        name,
                        kills,
                        acknowledged,
                        refused,
                        unknown,
                        lost,
                        phantoms,
                        orphans,
                        differingIds,
                        disordered);
    }
}
