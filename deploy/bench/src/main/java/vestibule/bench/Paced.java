package vestibule.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Work at a fixed rate, however long each piece of it takes. */
final class Paced implements Work {

    private final Work work;
    private final long intervalNanos;
    private long next = System.nanoTime();

    Paced(Work work, long intervalNanos) {
        this.work = work;
        this.intervalNanos = intervalNanos;
    }

    @Override
    public void once() throws Exception {
        TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
        next += intervalNanos;
        work.once();
    }

    @Override
    public void close() throws IOException {
        work.close();
    }
}
