package vestibule.local;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vestibule.embedded.StackException;

/** The sample documents: resources of this module, copied to where curl can read them. */
final class Samples {

    private Samples() {}

    static void write(Path folder, String name) {
        try (var bytes = Samples.class.getResourceAsStream("samples/" + name)) {
            if (bytes == null) {
                throw new FileNotFoundException(name);
            }
            Files.createDirectories(folder);
            Files.write(folder.resolve(name), bytes.readAllBytes());
        } catch (IOException e) {
            throw new StackException("the sample " + name + " cannot be written", e);
        }
    }

    static byte[] read(Path folder, String name) {
        try {
            return Files.readAllBytes(folder.resolve(name));
        } catch (IOException e) {
            throw new StackException("the sample " + folder.resolve(name) + " cannot be read", e);
        }
    }
}
