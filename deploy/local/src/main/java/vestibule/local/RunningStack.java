package vestibule.local;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import vestibule.embedded.EmbeddedStack;
import vestibule.embedded.PrivateFile;
import vestibule.embedded.S3Server;
import vestibule.embedded.StackException;

/** What others need to use a running stack: the variables that {@code ./vestibule env} prints. */
record RunningStack(Map<String, String> variables) {

    static RunningStack of(
            Home home, Ports ports, EmbeddedStack parts, Map<String, String> secrets) {
        var variables = new LinkedHashMap<String, String>();
        variables.put("VESTIBULE_URL", "http://127.0.0.1:" + ports.gateway());
        variables.putAll(secrets);
        variables.put("KAFKA_BOOTSTRAP", parts.kafka().bootstrapServers());
        variables.put("S3_ENDPOINT", parts.s3().endpoint().toString());
        variables.put("S3_BUCKET", S3Server.BUCKET);
        variables.put("S3_ACCESS_KEY", parts.s3().accessKey());
        variables.put("S3_SECRET_KEY", parts.s3().secretKey());
        for (var service : Service.values()) {
            var id = service.id();
            variables.put(
                    "PG_URL_" + service.name(),
                    "postgresql://%s:%s@127.0.0.1:%d/%s"
                            .formatted(
                                    parts.postgres().user(id),
                                    parts.postgres().password(id),
                                    parts.postgres().port(),
                                    id));
        }
        return new RunningStack(variables);
    }

    /** That of the stack running in this directory. */
    static RunningStack read(Home home) {
        if (!runsIn(home)) {
            throw new StackException("nothing is running here; start it with: ./vestibule up");
        }
        return new RunningStack(PrivateFile.read(home.runningStack()));
    }

    static boolean runsIn(Home home) {
        return Files.exists(home.runningStack()) && EmbeddedStack.runsIn(home.directory());
    }

    /** With the process id beside it, for the script. */
    void write(Home home) {
        PrivateFile.write(home.runningStack(), variables);
        PrivateFile.writeText(home.pidFile(), ProcessHandle.current().pid() + "\n");
    }

    static void forget(Home home) {
        try {
            Files.deleteIfExists(home.pidFile());
            Files.deleteIfExists(home.runningStack());
        } catch (IOException e) {
            throw new StackException(home.runningStack() + " cannot be deleted", e);
        }
    }

    String get(String variable) {
        var value = variables.get(variable);
        if (value == null) {
            throw new StackException("the running stack has no " + variable + "; restart it");
        }
        return value;
    }

    String url() {
        return get("VESTIBULE_URL");
    }
}
