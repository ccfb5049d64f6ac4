package vestibule.local.faults;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** The same done with several at the same time. */
interface AtOnce<T, R> {

    R with(T one) throws Exception;

    /** Returns when all are done, what each came to in their order. */
    static <T, R> List<R> each(Collection<T> all, AtOnce<T, R> action) throws Exception {
        var results = new ArrayList<R>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var actions = all.stream().map(one -> (Callable<R>) () -> action.with(one)).toList();
            for (var result : threads.invokeAll(actions)) {
                results.add(result.get());
            }
        }
        return results;
    }
}
