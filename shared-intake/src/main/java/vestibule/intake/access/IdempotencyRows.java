package vestibule.intake.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import vestibule.intake.Commit;
import vestibule.validation.Refusal;

/** The table {@code idempotency_key}; every method is one statement and so one transaction. */
@Singleton
class IdempotencyRows {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final DataSource database;

    IdempotencyRows(DataSource database) {
        this.database = database;
    }

    /** True when the key was free, or held or remembered only until now. */
    boolean reserve(Reservation mine, Instant now, Instant until) throws SQLException {
        return update(
                        """
                        insert into idempotency_key as held
                            (tenant, owner, operation, key, reservation, expires_at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (tenant, owner, operation, key) do update
                        set reservation = excluded.reservation, expires_at = excluded.expires_at,
                            content_sha256 = null, status = null, headers = null, body = null,
                            document = null
                        where held.expires_at <= ?
                        """,
                        mine.caller().tenant(),
                        mine.caller().owner(),
                        mine.operation(),
                        mine.key(),
                        mine.id(),
                        until,
                        now)
                == 1;
    }

    /** Empty when the key has been freed meanwhile. */
    Optional<Begun> find(Reservation mine) throws SQLException {
        var sql =
                """
                select content_sha256, status, headers, body from idempotency_key
                where tenant = ? and owner = ? and operation = ? and key = ?
                """;
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, mine.caller().tenant());
            statement.setString(2, mine.caller().owner());
            statement.setString(3, mine.operation());
            statement.setString(4, mine.key());
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(begun(row)) : Optional.empty();
            }
        }
    }

    private static Begun begun(ResultSet row) throws SQLException {
        int status = row.getInt("status");
        if (row.wasNull()) {
            return new Begun.InUse();
        }
        var answer =
                new StoredAnswer(status, headers(row.getString("headers")), row.getBytes("body"));
        return new Begun.Done(row.getBytes("content_sha256"), answer);
    }

    /** A finished request. */
    record Remembered(byte[] contentSha256, StoredAnswer answer, UUID document, Instant until) {}

    static void remember(Commit commit, Reservation mine, Remembered what) {
        commit.expect(
                1,
                new Refusal.IdempotencyKeyInUse(),
                """
                update idempotency_key
                set content_sha256 = ?, status = ?, headers = ?, body = ?, document = ?,
                    expires_at = ?
                where reservation = ? and status is null
                """,
                what.contentSha256(),
                what.answer().status(),
                text(what.answer().headers()),
                what.answer().body(),
                what.document(),
                what.until(),
                mine.id());
    }

    static void forget(Commit commit, UUID document) {
        commit.add("delete from idempotency_key where document = ?", document);
    }

    static void transfer(Commit commit, UUID from, UUID to) {
        commit.add("update idempotency_key set document = ? where document = ?", to, from);
    }

    void free(Reservation mine) throws SQLException {
        update("delete from idempotency_key where reservation = ? and status is null", mine.id());
    }

    void renew(Set<UUID> held, Instant until) throws SQLException {
        update(
                """
                update idempotency_key set expires_at = ?
                where reservation = any (?) and status is null
                """,
                until,
                held.toArray(UUID[]::new));
    }

    int purge(Instant now) throws SQLException {
        return update("delete from idempotency_key where expires_at <= ?", now);
    }

    private int update(String sql, Object... params) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < params.length; i++) {
                set(statement, i + 1, params[i]);
            }
            return statement.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, int index, Object param)
            throws SQLException {
        switch (param) {
            case Instant time -> statement.setObject(index, time.atOffset(ZoneOffset.UTC));
            case UUID[] ids ->
                    statement.setArray(index, statement.getConnection().createArrayOf("uuid", ids));
            default -> statement.setObject(index, param);
        }
    }

    private static String text(Map<String, String> headers) {
        try {
            return JSON.writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts is always JSON", e);
        }
    }

    private static Map<String, String> headers(String text) {
        try {
            return JSON.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("only text(headers) writes this column", e);
        }
    }
}
