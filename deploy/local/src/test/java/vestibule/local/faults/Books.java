package vestibule.local.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vestibule.embedded.EmbeddedStack;

/** What a service has left behind: rows, objects, parts of objects. */
record Books(EmbeddedStack stack, Vendor vendor) {

    /** A row of the table of its documents. */
    record Row(String id, String sha256, String key, String eventId) {}

    Connection database() throws SQLException {
        var postgres = stack.postgres();
        return DriverManager.getConnection(
                postgres.jdbcUrl(vendor.id()),
                postgres.user(vendor.id()),
                postgres.password(vendor.id()));
    }

    /** All rows by id. */
    Map<String, Row> rows() throws SQLException {
        try (var connection = database();
                var statement = connection.createStatement();
                var found =
                        statement.executeQuery(
                                "select id, sha256, object_key, event_id from " + vendor.table())) {
            var rows = new HashMap<String, Row>();
            while (found.next()) {
                var row =
                        new Row(
                                found.getString(1),
                                found.getString(2),
                                found.getString(3),
                                found.getString(4));
                rows.put(row.id(), row);
            }
            return rows;
        }
    }

    Row row(String id) throws SQLException {
        return Optional.ofNullable(rows().get(id))
                .orElseThrow(() -> new AssertionError("no row for " + id));
    }

    /** When the rows since then were written, by id. */
    Map<String, Instant> eventTimes(Instant since) throws SQLException {
        try (var connection = database();
                var statement = connection.createStatement();
                var found =
                        statement.executeQuery("select id, event_time from " + vendor.table())) {
            var times = new HashMap<String, Instant>();
            while (found.next()) {
                var time = found.getTimestamp(2).toInstant();
                if (!time.isBefore(since)) {
                    times.put(found.getString(1), time);
                }
            }
            return times;
        }
    }

    long waitingEvents() throws SQLException {
        try (var connection = database();
                var statement = connection.createStatement();
                var count = statement.executeQuery("select count(*) from outbox")) {
            count.next();
            return count.getLong(1);
        }
    }

    private String folder() {
        return vendor.id() + "/";
    }

    /** Everything of this service, and what of these events is its own. */
    Findings findings(List<Events.Told> everything) throws SQLException, IOException {
        var objects = new HashMap<String, String>();
        for (var key : objects()) {
            try {
                objects.put(key, sha256(key));
            } catch (NoSuchFileException sweptMeanwhile) {
                // What an earlier test has left.
            }
        }
        var own = everything.stream().filter(one -> one.service().equals(vendor.id())).toList();
        return new Findings(rows(), objects, own);
    }

    /** The keys of all objects that can be read, but not the mark that says whose they are. */
    Set<String> objects() throws IOException {
        return files(folder()).stream()
                .map(this::key)
                .filter(key -> !key.endsWith("/.owner"))
                .collect(Collectors.toSet());
    }

    /** What is left of uploads that were never completed; the server keeps parts as files. */
    List<Path> parts() throws IOException {
        return files("").stream()
                .filter(
                        file ->
                                EmbeddedStack.SERVICES.stream()
                                        .noneMatch(id -> key(file).startsWith(id + "/")))
                .toList();
    }

    String sha256(String key) throws IOException {
        try (var hashing =
                new DigestOutputStream(OutputStream.nullOutputStream(), Movie.newSha256())) {
            Files.copy(stack.s3().bucketDirectory().resolve(key), hashing);
            return HexFormat.of().formatHex(hashing.getMessageDigest().digest());
        }
    }

    /** Forgets the bytes; the disk is not for ever. */
    void dropObject(Row row) throws IOException {
        Files.deleteIfExists(stack.s3().bucketDirectory().resolve(row.key()));
    }

    private String key(Path file) {
        return stack.s3().bucketDirectory().relativize(file).toString();
    }

    private List<Path> files(String folder) throws IOException {
        var root = stack.s3().bucketDirectory().resolve(folder);
        if (!Files.exists(root)) {
            return List.of();
        }
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (UncheckedIOException goneMeanwhile) {
            throw goneMeanwhile.getCause();
        }
    }
}
