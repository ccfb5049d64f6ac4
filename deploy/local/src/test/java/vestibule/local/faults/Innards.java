package vestibule.local.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What Linux knows of a process. */
record Innards(long pid) {

    private static final long KIB = 1024;

    /** Memory in use now. */
    long residentBytes() throws IOException {
        return field("status", "VmRSS:") * KIB;
    }

    /** The most memory that was ever in use. */
    long peakBytes() throws IOException {
        return field("status", "VmHWM:") * KIB;
    }

    /** All bytes it has read so far, from sockets too. */
    long bytesRead() throws IOException {
        return field("io", "rchar:");
    }

    private long field(String file, String name) throws IOException {
        for (var line : Files.readAllLines(process().resolve(file))) {
            if (line.startsWith(name)) {
                return Long.parseLong(line.replaceAll("[^0-9]", ""));
            }
        }
        throw new IOException("no " + name + " in " + file);
    }

    /** Regular files it holds open for writing; its log is a file of the test's own. */
    List<Path> filesBeingWritten() throws IOException {
        var written = new ArrayList<Path>();
        try (var descriptors = Files.newDirectoryStream(process().resolve("fd"))) {
            for (var descriptor : descriptors) {
                try {
                    var file = descriptor.toRealPath();
                    if (Files.isRegularFile(file) && opensForWriting(descriptor)) {
                        written.add(file);
                    }
                } catch (NoSuchFileException socketPipeOrClosed) {
                    continue;
                }
            }
        }
        return written.stream().filter(file -> !file.endsWith("file-service.log")).toList();
    }

    private boolean opensForWriting(Path descriptor) throws IOException {
        var info = process().resolve("fdinfo").resolve(descriptor.getFileName());
        for (var line : Files.readAllLines(info)) {
            if (line.startsWith("flags:")) {
                return (Integer.parseInt(line.substring(6).strip(), 8) & 3) != 0;
            }
        }
        return false;
    }

    private Path process() {
        return Path.of("/proc", Long.toString(pid));
    }
}
