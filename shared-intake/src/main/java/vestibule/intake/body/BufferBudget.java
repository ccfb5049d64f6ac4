package vestibule.intake.body;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The memory that all uploads share, in chunks of {@value #CHUNK_BYTES} bytes. An upload is
 * admitted with a lease that is enough for it to finish on its own, first come first served; so
 * uploads never hold half of what they need and wait for each other. A sixteenth is kept for small
 * ones, which pass the large ones that wait: a few slow clients with large files do not shut
 * everybody out.
 */
public final class BufferBudget {

    /** 256 KiB: large enough to copy into quickly, below the size that G1 treats as humongous. */
    public static final int CHUNK_BYTES = 256 * 1024;

    /** What an upload of up to 512 KiB needs. */
    static final int SMALL_CHUNKS = 3;

    private static final int SHARES = 16;

    private final int capacity;
    private final int keptForSmall;
    private final int maxWaiting;
    private final Deque<byte[]> idle = new ArrayDeque<>();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private int reserved;
    private int reservedBySmall;

    /**
     * A budget of {@code bytes}, rounded down to whole chunks; at least one.
     *
     * @param maxWaiting uploads that may wait for a place: each has a few socket buffers outside
     *     the budget
     */
    public BufferBudget(long bytes, int maxWaiting) {
        this.capacity = Math.toIntExact(Math.max(1, bytes / CHUNK_BYTES));
        this.keptForSmall = capacity - mostForOne(capacity);
        this.maxWaiting = maxWaiting;
    }

    /** How many of so many chunks one upload may have: all but what is kept for small ones. */
    public static int mostForOne(int capacity) {
        var share = capacity / SHARES;
        return share < SMALL_CHUNKS ? capacity : capacity - share;
    }

    private record Waiting(int chunks, CompletableFuture<BufferLease> admitted) {

        boolean isSmall() {
            return chunks <= SMALL_CHUNKS;
        }
    }

    /**
     * Admits an upload that needs {@code chunks} at most (cut to what there is for one).
     *
     * @param gone when it is complete, the upload no longer waits: its lease is empty
     * @return a lease to be closed; completed with {@link TimeoutException} when none was free in
     *     time, or too many wait already
     */
    public CompletionStage<BufferLease> admit(
            int chunks, Duration patience, CompletionStage<?> gone) {
        var next =
                new Waiting(
                        Math.clamp(chunks, 1, capacity - keptForSmall),
                        new CompletableFuture<BufferLease>());
        synchronized (this) {
            if (mayGo(next)) {
                reserve(next.chunks(), next.isSmall());
                return CompletableFuture.completedStage(
                        new BufferLease(this, next.chunks(), next.isSmall()));
            }
            if (waiting.size() >= maxWaiting) {
                return CompletableFuture.failedStage(
                        new TimeoutException("too many uploads wait already"));
            }
            waiting.add(next);
        }
        gone.thenRun(() -> next.admitted().complete(new BufferLease(this, 0, true)));
        return next.admitted()
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((lease, failure) -> forget(next));
    }

    /**
     * Reserves more for an upload that is already admitted, unless others wait or nothing is free.
     */
    synchronized boolean tryReserve(int chunks, boolean small) {
        if (!waiting.isEmpty() || !fits(chunks, small)) {
            return false;
        }
        reserve(chunks, small);
        return true;
    }

    void release(int chunks, boolean small) {
        reserve(-chunks, small);
        admitWaiting();
    }

    synchronized byte[] chunk() {
        var chunk = idle.poll();
        return chunk != null ? chunk : new byte[CHUNK_BYTES];
    }

    /** Keeps the chunk for the next upload, but never more of them than the budget has. */
    synchronized void giveBack(byte[] chunk) {
        if (idle.size() < capacity) {
            idle.push(chunk);
        }
    }

    /** The chunks that hold so many bytes. */
    public static int chunksFor(long bytes) {
        return Math.toIntExact(Math.ceilDiv(bytes, (long) CHUNK_BYTES));
    }

    /** Bytes that are promised to uploads at this moment. */
    public synchronized long reservedBytes() {
        return (long) reserved * CHUNK_BYTES;
    }

    public long capacityBytes() {
        return (long) capacity * CHUNK_BYTES;
    }

    /** Uploads that wait to be admitted. */
    public synchronized int waiting() {
        return waiting.size();
    }

    private void admitWaiting() {
        for (var next = takeNext(); next != null; next = takeNext()) {
            var lease = new BufferLease(this, next.chunks(), next.isSmall());
            if (!next.admitted().complete(lease)) {
                // Its patience ended in this very moment, or it went.
                reserve(-next.chunks(), next.isSmall());
            }
        }
    }

    private synchronized @Nullable Waiting takeNext() {
        for (var next : waiting) {
            if (mayGo(next)) {
                waiting.remove(next);
                reserve(next.chunks(), next.isSmall());
                return next;
            }
            if (reservedBySmall >= keptForSmall) {
                return null;
            }
        }
        return null;
    }

    /** The first who waits goes as soon as it fits; behind it only what is kept for small ones. */
    private boolean mayGo(Waiting one) {
        var isNext = waiting.isEmpty() || waiting.peek() == one;
        return isNext
                ? fits(one.chunks(), one.isSmall())
                : one.isSmall() && reservedBySmall + one.chunks() <= keptForSmall;
    }

    private boolean fits(int chunks, boolean small) {
        return reserved + chunks <= capacity
                && (small || reserved - reservedBySmall + chunks <= capacity - keptForSmall);
    }

    /** Lets those behind pass an upload that waits no longer. */
    private void forget(Waiting past) {
        boolean waited;
        synchronized (this) {
            waited = waiting.remove(past);
        }
        if (waited) {
            admitWaiting();
        }
    }

    private synchronized void reserve(int chunks, boolean small) {
        reserved += chunks;
        if (small) {
            reservedBySmall += chunks;
        }
    }
}
