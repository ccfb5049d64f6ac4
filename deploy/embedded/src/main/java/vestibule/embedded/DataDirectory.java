package vestibule.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The folder that holds a stack's data, logs and pid files; one running stack owns it at a time.
 */
final class DataDirectory implements AutoCloseable {

    private static final Set<Path> OWNED_HERE = ConcurrentHashMap.newKeySet();

    private final Path root;
    private final FileLock lock;

    private DataDirectory(Path root, FileLock lock) {
        this.root = root;
        this.lock = lock;
    }

    /** Takes the folder, or says that another stack runs in it. */
    static DataDirectory own(Path root) {
        try {
            Files.createDirectories(root.resolve("run"));
            var lock =
                    tryLock(root)
                            .orElseThrow(
                                    () ->
                                            new StackException(
                                                    "another stack is running in " + root));
            return new DataDirectory(root, lock);
        } catch (IOException e) {
            throw new StackException(root + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Whether a running stack owns the folder. */
    static boolean inUse(Path root) {
        if (!Files.exists(root.resolve("run"))) {
            return false;
        }
        try {
            var lock = tryLock(root);
            if (lock.isPresent()) {
                release(root, lock.get());
            }
            return lock.isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Empty when somebody owns the folder. What this JVM owns is not even opened again: closing any
     * channel on a locked file gives up the process's lock on it.
     */
    private static Optional<FileLock> tryLock(Path root) throws IOException {
        if (!OWNED_HERE.add(root)) {
            return Optional.empty();
        }
        var channel =
                FileChannel.open(
                        root.resolve("run/lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        var lock = Optional.ofNullable(channel.tryLock());
        if (lock.isEmpty()) {
            channel.close();
            OWNED_HERE.remove(root);
        }
        return lock;
    }

    private static void release(Path root, FileLock lock) throws IOException {
        lock.acquiredBy().close();
        OWNED_HERE.remove(root);
    }

    Path resolve(String name) {
        return root.resolve(name);
    }

    Path log(String name) {
        return root.resolve("logs").resolve(name + ".log");
    }

    Path pidFile(String name) {
        return root.resolve("run").resolve(name + ".pid");
    }

    Path run(String name) {
        return root.resolve("run").resolve(name);
    }

    @Override
    public void close() {
        try {
            release(root, lock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
