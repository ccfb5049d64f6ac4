package vestibule.local;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import vestibule.embedded.StackException;
import vestibule.embedded.StackPorts;

/** The port of everything that listens, each with the variable that overrides it. */
record Ports(Map<String, Integer> byVariable) {

    private static final String GATEWAY = "VESTIBULE_GATEWAY_PORT";
    private static final String KAFKA = "VESTIBULE_KAFKA_PORT";
    private static final String KAFKA_CONTROLLER = "VESTIBULE_KAFKA_CONTROLLER_PORT";
    private static final String S3 = "VESTIBULE_S3_PORT";
    private static final String POSTGRES = "VESTIBULE_POSTGRES_PORT";
    private static final int HIGHEST = 65_535;

    Ports {
        byVariable = Map.copyOf(byVariable);
    }

    private static Map<String, Integer> defaults() {
        var table = new LinkedHashMap<String, Integer>();
        table.put(GATEWAY, 8080);
        for (var service : Service.values()) {
            table.put(variable(service), service.defaultPort());
            table.put(managementVariable(service), service.defaultManagementPort());
        }
        table.put(KAFKA, 19_092);
        table.put(KAFKA_CONTROLLER, 19_093);
        table.put(S3, 19_000);
        table.put(POSTGRES, 15_432);
        return table;
    }

    private static String variable(Service service) {
        return "VESTIBULE_" + service.name() + "_PORT";
    }

    private static String managementVariable(Service service) {
        return "VESTIBULE_" + service.name() + "_MANAGEMENT_PORT";
    }

    static Ports of(Map<String, String> environment) {
        var table = defaults();
        table.replaceAll(
                (variable, port) ->
                        environment.containsKey(variable)
                                ? parse(variable, environment.get(variable))
                                : port);
        return new Ports(table);
    }

    private static int parse(String variable, String value) {
        try {
            var port = Integer.parseInt(value.strip());
            if (port > 0 && port <= HIGHEST) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Falls through to the message.
        }
        throw new StackException(
                "%s is \"%s\", not a port (1 to %d)".formatted(variable, value, HIGHEST));
    }

    /** The variables of the table; they are the launcher's own and no setting of a service. */
    static Set<String> variables() {
        return defaults().keySet();
    }

    int gateway() {
        return port(GATEWAY);
    }

    int of(Service service) {
        return port(variable(service));
    }

    int management(Service service) {
        return port(managementVariable(service));
    }

    StackPorts stack() {
        return new StackPorts(port(KAFKA), port(KAFKA_CONTROLLER), port(S3), port(POSTGRES));
    }

    private int port(String variable) {
        return byVariable.getOrDefault(variable, 0);
    }
}
