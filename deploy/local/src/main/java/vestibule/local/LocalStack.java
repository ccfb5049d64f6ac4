package vestibule.local;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vestibule.embedded.EmbeddedStack;
import vestibule.embedded.Part;
import vestibule.embedded.StackException;
import vestibule.embedded.StackPorts;

/** Everything at once: the embedded stack, the services that are built, and the gateway. */
final class LocalStack implements AutoCloseable {

    private final Home home;
    private final Ports ports;
    private final Progress progress;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final List<ServiceProcess> services = new CopyOnWriteArrayList<>();
    private final Thread atExit = new Thread(this::close, "local-stack-stop");
    private @Nullable EmbeddedStack embedded;
    private @Nullable Gateway gateway;

    private LocalStack(Home home, Ports ports, Progress progress) {
        this.home = home;
        this.ports = ports;
        this.progress = progress;
    }

    /** Returns when everything is ready, or throws with nothing left running. */
    static LocalStack start(Home home, Ports ports, Progress progress) {
        var stack = new LocalStack(home, ports, progress);
        Runtime.getRuntime().addShutdownHook(stack.atExit);
        try {
            stack.startAll();
            return stack;
        } catch (RuntimeException e) {
            // What Ctrl-C ended fails too, and that is no news to who pressed it.
            stack.requireOpen();
            stack.close();
            throw e;
        }
    }

    private void startAll() {
        var built = Service.built(home.root());
        if (built.isEmpty()) {
            throw new StackException("no service is built; run ./mvnw -Dquick -DskipTests package");
        }
        if (EmbeddedStack.runsIn(home.directory())) {
            throw new StackException(
                    "a stack is running in %s already".formatted(home.directory()));
        }
        built.forEach(service -> services.add(new ServiceProcess(service, home, ports)));
        services.forEach(ServiceProcess::clearTheWay);
        StackPorts.requireFree(ports.gateway(), "the gateway");
        var parts =
                EmbeddedStack.start(home.stack(ports.stack()), this::tell).withoutShutdownHook();
        synchronized (this) {
            embedded = parts;
            requireOpen();
        }
        var clients = new DemoClients(home);
        clients.secrets();
        var secrets = startServices(parts, http -> clients.seeded(http, ports, built));
        synchronized (this) {
            requireOpen();
            gateway = Gateway.start(ports, built);
        }
        progress.ready("gateway", ports.gateway());
        RunningStack.of(home, ports, parts, secrets).write(home);
    }

    private void tell(Part part) {
        progress.ready(part.name(), part.port());
    }

    /** Starts all services at once, and then has done what they must run for. */
    private <T> T startServices(EmbeddedStack parts, Function<HttpClient, T> then) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var starts = new ArrayList<CompletableFuture<Void>>();
            for (var service : services) {
                var settings = parts.settings(service.id());
                starts.add(
                        CompletableFuture.runAsync(() -> service.start(settings, client), threads)
                                .thenRun(() -> progress.ready(service.title(), service.port())));
            }
            CompletableFuture.allOf(starts.toArray(CompletableFuture<?>[]::new)).join();
            return then.apply(client);
        } catch (CompletionException e) {
            throw e.getCause() instanceof StackException known ? known : e;
        }
    }

    private void requireOpen() {
        if (closed.get()) {
            throw new StackException("stopped while it started");
        }
    }

    RunningStack running() {
        return RunningStack.read(home);
    }

    /** Calls back with the name of whatever ends by itself. */
    void watch(Consumer<String> ended) {
        Consumer<String> unlessClosed =
                name -> {
                    if (!closed.get()) {
                        ended.accept(name);
                    }
                };
        services.forEach(service -> service.onExit(unlessClosed));
        if (embedded != null) {
            embedded.onExit(part -> unlessClosed.accept(part.name()));
        }
    }

    /** First the door, then the services, then what they need; does nothing the second time. */
    @Override
    public synchronized void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        if (gateway != null) {
            gateway.close();
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            services.forEach(process -> threads.execute(process::stop));
        }
        if (embedded != null) {
            RunningStack.forget(home);
            embedded.close();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException alreadyExiting) {
            // This is the hook.
        }
    }
}
