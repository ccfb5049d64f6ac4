package vestibule.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vestibule.intake.CommitFailed;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DocumentNumbersTest {

    private static final int UPLOADS = 8;

    private final CountDownLatch hanging = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();

    /** A database that hangs until it fails. */
    private final DataSource database =
            (DataSource)
                    Proxy.newProxyInstance(
                            getClass().getClassLoader(),
                            new Class<?>[] {DataSource.class},
                            (proxy, method, arguments) -> {
                                asked.incrementAndGet();
                                hanging.await();
                                throw new SQLException("timed out");
                            });

    @Test
    void nobody_waits_for_one_attempt_after_the_other_of_a_database_that_hangs() throws Exception {
        var numbers = new DocumentNumbers(database);
        try (var threads = Executors.newFixedThreadPool(UPLOADS)) {
            var taking =
                    IntStream.range(0, UPLOADS)
                            .mapToObj(_ -> threads.submit(numbers::next))
                            .toList();

            // All but the one who asks give up, while that one still waits.
            while (taking.stream().filter(Future::isDone).count() < UPLOADS - 1) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
            hanging.countDown();
            threads.shutdown();
            assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();

            assertThat(taking)
                    .allSatisfy(
                            one -> assertThat(one.exceptionNow()).isInstanceOf(CommitFailed.class));
        }
        assertThat(asked).hasValue(1);
    }
}
