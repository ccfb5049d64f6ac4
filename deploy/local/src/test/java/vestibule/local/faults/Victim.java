package vestibule.local.faults;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import vestibule.embedded.Part;

/** A process that is ended by {@code kill -9} and started again. */
record Victim(String name, Runnable killing, Runnable starting) {

    private static Victim of(Part part) {
        return new Victim(part.name(), part::kill, part::start);
    }

    static Victim of(Load load) {
        var server = load.server();
        return new Victim(load.vendor().id(), server::kill, server::restart);
    }

    /** What all services stand on. */
    static List<Victim> parts() {
        var stack = Stage.stack();
        return Stream.of(stack.kafka(), stack.postgres(), stack.s3()).map(Victim::of).toList();
    }

    Victim kill(Duration after) {
        Eventually.pause(after);
        killing.run();
        return this;
    }

    Victim start() {
        starting.run();
        return this;
    }
}
