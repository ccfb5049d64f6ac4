package vestibule.intake.storage;

import java.util.ArrayList;
import java.util.List;
import vestibule.intake.body.Flow;

/** Remembers what a writer asked of the flow. */
final class RecordedFlow implements Flow {

    final List<String> events = new ArrayList<>();

    @Override
    public synchronized void hold() {
        events.add("hold");
    }

    @Override
    public synchronized void resume() {
        events.add("resume");
    }

    @Override
    public synchronized void giveUp(Throwable cause) {
        events.add("give up");
    }
}
