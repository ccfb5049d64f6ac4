package vestibule.intake.command;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import vestibule.intake.event.Envelope;
import vestibule.intake.ledger.Replay;
import vestibule.intake.ledger.ToldRange;

/** Sends the events of a time again, under their own ids and times. */
@Singleton
class ReplayCommand implements Command {

    private static final long LOOK_MILLIS = 100;

    private final Replay replay;
    private final Clock clock;

    ReplayCommand(Replay replay, Clock clock) {
        this.replay = replay;
        this.clock = clock;
    }

    @Override
    public boolean run(Options options, Terminal terminal)
            throws IOException, SQLException, InterruptedException {
        options.allow("--tenant", "--from", "--to");
        var range =
                new ToldRange(
                        options.text("--tenant"),
                        options.time("--from").orElse(Instant.EPOCH),
                        options.time("--to").orElseGet(clock::instant));
        var count = replay.count(range);
        var all = count.received() + count.deleted();
        terminal.say(
                "%d events from %s to %s: %d of documents received, %d of documents deleted"
                        .formatted(
                                all, range.from(), range.to(), count.received(), count.deleted()));
        if (all == 0) {
            return true;
        }
        if (!options.yes() && !terminal.agrees("Send them again?")) {
            terminal.say("Nothing was sent.");
            return false;
        }
        send(range, all, terminal);
        return true;
    }

    private void send(ToldRange range, long all, Terminal terminal)
            throws SQLException, InterruptedException {
        long sent = 0;
        Optional<Envelope> last = Optional.empty();
        for (var page = replay.next(range, last);
                !page.isEmpty();
                page = replay.next(range, last)) {
            awaitAcknowledgements();
            sent += page.size();
            last = Optional.of(page.getLast());
            terminal.say("%d of %d, up to %s".formatted(sent, all, page.getLast().time()));
        }
        terminal.say("Done: Kafka has all %d.".formatted(sent));
    }

    /** However long Kafka takes: not more than a page waits in the outbox. */
    private void awaitAcknowledgements() throws SQLException, InterruptedException {
        while (replay.waiting() > 0) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }
}
