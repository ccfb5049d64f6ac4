package vestibule.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What the kernel knows of a process; Linux only. */
record Vitals(ProcessHandle process) {

    private static final long KIB = 1024;

    static boolean isJava(ProcessHandle process) {
        return process.info().command().filter(command -> command.endsWith("java")).isPresent();
    }

    double cpuSeconds() {
        return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L) / 1e3;
    }

    /** Forgets the peak so far. */
    void resetPeak() throws IOException {
        Files.writeString(proc("clear_refs"), "5");
    }

    /** The most memory that was ever resident since the peak was reset. */
    long peakMib() throws IOException {
        return number("status", "VmHWM:") / KIB;
    }

    long residentMib() throws IOException {
        return number("status", "VmRSS:") / KIB;
    }

    /** Its command line, each argument by itself. */
    List<String> command() throws IOException {
        return words("cmdline");
    }

    /** Its environment, as {@code NAME=value}. */
    List<String> environment() throws IOException {
        return words("environ");
    }

    private List<String> words(String file) throws IOException {
        return List.of(Files.readString(proc(file)).split("\0", -1)).stream()
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** What it wrote to files, other than to memory file systems: a spooled upload would show. */
    long mibToDisk() throws IOException {
        return number("io", "write_bytes:") / KIB / KIB;
    }

    private long number(String file, String key) throws IOException {
        return Files.readAllLines(proc(file)).stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow();
    }

    private Path proc(String file) {
        return Path.of("/proc", Long.toString(process.pid()), file);
    }
}
