package vestibule.intake.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vestibule.intake.body.BufferLease;
import vestibule.intake.body.Flow;
import vestibule.intake.body.Part;
import vestibule.intake.storage.ObjectStore.Multipart;
import vestibule.intake.storage.ObjectStore.SentPart;

/**
 * Writes one object whose length is not known before its end. What fits in one part stays in memory
 * until it is completed; more goes out part by part, unseen, each part while the next one is
 * filled. Written to on the event loop only, completed and closed on any thread once writing is
 * over.
 */
public final class ObjectWriter {

    private static final Logger LOG = Logger.getLogger(ObjectWriter.class);

    /** The most that one call of {@link #write} is expected to bring: the socket's chunk size. */
    private static final int READ_BYTES = 64 * 1024;

    /** The threads that send. */
    public interface Sender extends Executor {

        /** A part has arrived: whoever waits for these threads waits in a queue that moves. */
        default void moved() {}
    }

    /**
     * What all writers of one request share.
     *
     * @param onTheWay parts that are being sent, whose memory comes back by itself
     */
    public record Surroundings(
            ObjectStore store,
            Sender sender,
            BufferLease lease,
            Flow flow,
            int partBytes,
            AtomicInteger onTheWay) {

        public Surroundings(
                ObjectStore store, Sender sender, BufferLease lease, Flow flow, int partBytes) {
            this(store, sender, lease, flow, partBytes, new AtomicInteger());
        }
    }

    private final String key;
    private final Surroundings at;
    private final List<SentPart> sent = new ArrayList<>();
    private Part filling;
    private CompletableFuture<@Nullable Void> sending = CompletableFuture.completedFuture(null);
    private int shipped;

    /** Written by the sending chain, read after it. */
    private volatile @Nullable Multipart multipart;

    public ObjectWriter(String key, Surroundings at) {
        this.key = key;
        this.at = at;
        filling = newPart();
    }

    /** Takes all bytes; holds the flow when the next ones would have no room. */
    public void write(byte[] bytes, int offset, int length) {
        var written = 0;
        while (written < length) {
            if (filling.isFull()) {
                ship();
            }
            written += filling.write(bytes, offset + written, length - written);
        }
        if (at.onTheWay().get() > 0
                && filling.roomInChunk() < READ_BYTES
                && !at.lease().hasFree()) {
            at.flow().hold();
        }
    }

    /** Sends what is in memory, still unseen: the next document of the request needs the room. */
    public void makeRoom() {
        if (filling.length() > 0) {
            ship();
        }
    }

    /** Completed when all parts that went out have arrived, exceptionally when one did not. */
    public CompletionStage<@Nullable Void> sent() {
        return sending;
    }

    /** Sends what is left and makes the object readable; blocks. */
    public void complete(byte[] sha256) {
        var begun = multipart;
        if (begun == null) {
            at.store().put(key, filling, sha256);
        } else {
            if (filling.length() > 0) {
                sent.add(at.store().send(begun, shipped + 1, filling));
            }
            at.store().complete(begun, List.copyOf(sent));
            multipart = null;
        }
    }

    /**
     * Gives the memory back and, unless the object is complete, forgets its parts in the store, on
     * a sender's thread and once what is on its way has arrived. Never fails: what could not be
     * forgotten is left to the sweep.
     */
    public void close() {
        filling.release();
        if (shipped > 0) {
            var unused = sending.handleAsync((done, failure) -> forget(), at.sender());
        }
    }

    private @Nullable Void forget() {
        var begun = multipart;
        if (begun != null) {
            multipart = null;
            try {
                at.store().abort(begun);
            } catch (RuntimeException leftToTheSweep) {
                LOG.warnf("parts of %s are left to the sweep: %s", key, leftToTheSweep);
            }
        }
        return null;
    }

    private void ship() {
        var part = filling;
        var number = ++shipped;
        at.onTheWay().incrementAndGet();
        at.lease().tryGrowOnce(at.partBytes());
        sending =
                sending.thenRunAsync(() -> send(number, part), at.sender())
                        .whenComplete(
                                (done, failure) -> {
                                    part.release();
                                    at.onTheWay().decrementAndGet();
                                    if (failure == null) {
                                        at.sender().moved();
                                        at.flow().resume();
                                    } else {
                                        at.flow().giveUp(failure);
                                    }
                                });
        filling = newPart();
    }

    private void send(int number, Part part) {
        var begun = multipart;
        if (begun == null) {
            begun = at.store().begin(key);
            multipart = begun;
        }
        sent.add(at.store().send(begun, number, part));
    }

    private Part newPart() {
        return new Part(at.lease(), at.partBytes());
    }
}
