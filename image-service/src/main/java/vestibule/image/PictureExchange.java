package vestibule.image;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vestibule.intake.Commit;
import vestibule.intake.Ids;
import vestibule.intake.ReceivedDocument;
import vestibule.intake.event.DeletionReason;
import vestibule.intake.ledger.Arrival;
import vestibule.intake.ledger.Departure;
import vestibule.intake.ledger.Register;
import vestibule.validation.Refusal;

/** Puts the pictures of one call in the place of those before, all or none. */
@Singleton
class PictureExchange {

    private final SubmissionLedger submissions;
    private final PictureLedger pictures;
    private final Register register;
    private final Clock clock;
    private final Ids ids;

    PictureExchange(
            SubmissionLedger submissions, PictureLedger pictures, Register register, Clock clock) {
        this.submissions = submissions;
        this.pictures = pictures;
        this.register = register;
        this.clock = clock;
        this.ids = new Ids(clock);
    }

    /**
     * Adds the rows and events of the call to the commit; in its transaction. Calls for one
     * submission wait here for each other.
     */
    void exchange(Commit commit, ImageSubmission call, PutPictures put) {
        submissions.lock(call.caller(), put.submission());
        var exchange =
                new Exchange(
                        call,
                        put,
                        before(put),
                        Arrival.Occasion.of(call.request(), batch(put), clock.instant()));
        guard(commit, exchange);
        put.pictures().forEach((slot, picture) -> exchange(commit, exchange, slot, picture));
    }

    private record Exchange(
            ImageSubmission call,
            PutPictures put,
            Map<Slot, StoredPicture> before,
            Arrival.Occasion occasion) {

        Optional<StoredPicture> before(Slot slot) {
            return Optional.ofNullable(before.get(slot));
        }

        Arrival arrival(Slot slot, ReceivedDocument picture) {
            return new Arrival(
                    picture,
                    new Arrival.Belonging(call.caller().tenant(), Optional.of(put.submission())),
                    slot.classification(put.idType()),
                    vendor(slot),
                    occasion);
        }

        private Map<String, Object> vendor(Slot slot) {
            var vendor = new HashMap<String, Object>();
            put.idType()
                    .filter(type -> slot.showsId())
                    .ifPresent(t -> vendor.put("idType", t.word()));
            before(slot).ifPresent(old -> vendor.put("replaces", old.id.toString()));
            return vendor;
        }
    }

    private Map<Slot, StoredPicture> before(PutPictures put) {
        return pictures.of(List.of(put.submission())).stream()
                .filter(picture -> put.pictures().containsKey(picture.slot()))
                .collect(Collectors.toMap(StoredPicture::slot, Function.identity()));
    }

    private UUID batch(PutPictures put) {
        var all = List.copyOf(put.pictures().values());
        return all.size() == 1 ? all.getFirst().id() : ids.next();
    }

    /** The submission may have been deleted since it was looked for, and is held or is not. */
    private static void guard(Commit commit, Exchange exchange) {
        var now = exchange.occasion().at();
        var id = exchange.put().submission();
        commit.expect(
                1,
                ImageRule.SUBMISSION_INVALID,
                "update submission set changed_at = ? where id = ? and deleted_at is null",
                now,
                id);
        if (!exchange.before().isEmpty()) {
            commit.expect(
                    1,
                    new Refusal.Held(),
                    "update submission set changed_at = ? where id = ? and not held",
                    now,
                    id);
        }
    }

    /** First the new one: consumers learn of it before they are told that the old one is gone. */
    private void exchange(Commit commit, Exchange exchange, Slot slot, ReceivedDocument picture) {
        register.enter(commit, exchange.arrival(slot, picture));
        exchange.before(slot)
                .map(
                        old ->
                                new Departure(
                                        old,
                                        DeletionReason.REPLACED,
                                        Optional.of(picture.id()),
                                        exchange.occasion().at(),
                                        new Refusal.Held()))
                .ifPresent(departure -> register.strike(commit, departure));
    }
}
