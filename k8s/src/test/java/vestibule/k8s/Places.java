package vestibule.k8s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where things are on the disk; tests run in {@code k8s/}. */
final class Places {

    static final Path K8S = Path.of("").toAbsolutePath();
    static final Path ROOT = K8S.resolveSibling("").normalize();

    private Places() {}

    /** A folder of the build's own. */
    static Path folder() {
        try {
            return Files.createDirectories(K8S.resolve("target/manifests"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
