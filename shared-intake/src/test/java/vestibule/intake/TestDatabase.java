package vestibule.intake;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.postgresql.Driver;

/** An empty schema of its own in the real PostgreSQL, behind the pool that services use. */
public final class TestDatabase implements AutoCloseable {

    private static final String OUTBOX = "/db/intake/V20261120_01__outbox.sql";

    private final String schema = "test_" + UUID.randomUUID().toString().replace("-", "");
    private final AgroalDataSource pool;

    public TestDatabase() {
        pool = pool("");
        execute("create schema " + schema);
    }

    /** With the outbox's table, as the migration makes it. */
    public static TestDatabase withOutbox() {
        var database = new TestDatabase();
        try (var migration = TestDatabase.class.getResourceAsStream(OUTBOX)) {
            database.execute(new String(migration.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return database;
    }

    public AgroalDataSource pool() {
        return pool;
    }

    /** Another pool on the same schema, as another replica has; the caller closes it. */
    public AgroalDataSource pool(String moreParameters) {
        var postgres = Stack.running().postgres();
        var url = postgres.jdbcUrl("file") + "?currentSchema=" + schema + moreParameters;
        try {
            return AgroalDataSource.from(
                    new AgroalDataSourceConfigurationSupplier()
                            .connectionPoolConfiguration(
                                    c ->
                                            c.maxSize(4)
                                                    .acquisitionTimeout(Duration.ofSeconds(5))
                                                    .exceptionSorter(
                                                            new PostgreSQLExceptionSorter())
                                                    .connectionFactoryConfiguration(
                                                            f ->
                                                                    f.connectionProviderClass(
                                                                                    Driver.class)
                                                                            .jdbcUrl(url)
                                                                            .principal(
                                                                                    new NamePrincipal(
                                                                                            "file"))
                                                                            .credential(
                                                                                    new SimplePassword(
                                                                                            postgres
                                                                                                    .password(
                                                                                                            "file"))))));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void execute(String sql) {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column, as text. */
    public List<String> ask(String sql) {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        execute("drop schema " + schema + " cascade");
        pool.close();
    }
}
