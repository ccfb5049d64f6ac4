package vestibule.intake.body;

/**
 * What one request may use of the {@link BufferBudget}. Chunks are taken on the event loop and
 * given back by the threads that have sent them. Closing returns the reservation; chunks still out
 * then return theirs one by one.
 */
public final class BufferLease implements AutoCloseable {

    private final BufferBudget budget;
    private final boolean small;
    private int size;
    private int taken;
    private boolean grown;
    private boolean closed;

    BufferLease(BufferBudget budget, int size, boolean small) {
        this.budget = budget;
        this.size = size;
        this.small = small;
    }

    /** True when {@link #take} stays within what is reserved. */
    public synchronized boolean hasFree() {
        return taken < size;
    }

    /**
     * A chunk with any old content. Past the reservation it is still given: the caller pauses, it
     * does not lose bytes.
     */
    public synchronized byte[] take() {
        taken++;
        return budget.chunk();
    }

    public void give(byte[] chunk) {
        budget.giveBack(chunk);
        int freed;
        synchronized (this) {
            taken--;
            freed = closed && taken < size ? size - taken : 0;
            size -= freed;
        }
        if (freed > 0) {
            budget.release(freed, small);
        }
    }

    /**
     * Adds {@code bytes} to the reservation if they are free and nobody waits for them; at most
     * once in its life.
     */
    public synchronized void tryGrowOnce(int bytes) {
        var chunks = BufferBudget.chunksFor(bytes);
        if (!grown && !closed && budget.tryReserve(chunks, small)) {
            grown = true;
            size += chunks;
        }
    }

    /**
     * True when so many chunks can be taken within the reservation, which grows for it if there is
     * enough free and nobody waits.
     */
    public synchronized boolean tryHaveFree(int chunks) {
        var missing = chunks - (size - taken);
        if (missing > 0 && (closed || !budget.tryReserve(missing, small))) {
            return false;
        }
        size += Math.max(0, missing);
        return true;
    }

    @Override
    public void close() {
        int freed;
        synchronized (this) {
            closed = true;
            freed = Math.max(0, size - taken);
            size -= freed;
        }
        if (freed > 0) {
            budget.release(freed, small);
        }
    }
}
