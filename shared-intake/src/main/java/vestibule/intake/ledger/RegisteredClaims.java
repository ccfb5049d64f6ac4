package vestibule.intake.ledger;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import vestibule.intake.storage.Claims;

/** Claims the objects of all rows that are not struck out. */
@Singleton
class RegisteredClaims implements Claims {

    private final DataSource database;
    private final String claimed;

    RegisteredClaims(DataSource database, DocumentTable table) {
        this.database = database;
        this.claimed = table.claimed();
    }

    @Override
    public Set<String> claimed(Collection<String> keys) {
        var ids = keys.stream().map(RegisteredClaims::idOf).flatMap(Optional::stream).toArray();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(claimed)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids));
            try (var rows = statement.executeQuery()) {
                var found = new HashSet<String>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            }
        } catch (SQLException outage) {
            throw new IllegalStateException("the claims cannot be read", outage);
        }
    }

    @Override
    public String claimant() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select name from claimant");
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getString("name");
        } catch (SQLException outage) {
            throw new IllegalStateException("the claimant cannot be read", outage);
        }
    }

    /** Keys end with the id, so that claims are looked up by the primary key. */
    private static Optional<UUID> idOf(String key) {
        try {
            return Optional.of(UUID.fromString(key.substring(key.lastIndexOf('/') + 1)));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
