package vestibule.intake.outbox;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.jdbc.PgConnection;

/** A real database whose connection breaks at a certain statement, as often as wanted. */
final class FailingStatements {

    private FailingStatements() {}

    static DataSource at(String statement, AtomicInteger times, DataSource real) {
        return (DataSource)
                Proxy.newProxyInstance(
                        FailingStatements.class.getClassLoader(),
                        new Class<?>[] {DataSource.class},
                        (proxy, method, arguments) ->
                                breaking(real.getConnection(), statement, times));
    }

    private static Connection breaking(Connection real, String statement, AtomicInteger times) {
        return (Connection)
                Proxy.newProxyInstance(
                        FailingStatements.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("prepareStatement")
                                    && arguments[0].toString().startsWith(statement)
                                    && times.getAndDecrement() > 0) {
                                real.unwrap(PgConnection.class).abort(Runnable::run);
                                throw new SQLException("broken by the test", "08006");
                            }
                            try {
                                return method.invoke(real, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }
}
