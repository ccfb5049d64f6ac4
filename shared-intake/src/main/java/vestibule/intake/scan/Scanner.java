package vestibule.intake.scan;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import vestibule.intake.body.Flow;
import vestibule.intake.event.Scan;

/**
 * The content scanner, if there is one. Fails closed: without its word no document is clean.
 * Meters: {@code vestibule_scans_total} and {@code vestibule_scan_seconds}.
 */
@Singleton
public class Scanner {

    private final ScanConfig config;
    private final Vertx vertx;
    private final MeterRegistry meters;
    private final NetClient client;

    Scanner(ScanConfig config, Vertx vertx, MeterRegistry meters) {
        this.config = config;
        this.vertx = vertx;
        this.meters = meters;
        client =
                vertx.createNetClient(
                        new NetClientOptions()
                                .setConnectTimeout(
                                        Math.toIntExact(config.connectTimeout().toMillis())));
    }

    public boolean configured() {
        return config.address().isPresent();
    }

    /** What the scan said of a document that was accepted. */
    public Scan outcome() {
        return configured() ? Scan.CLEAN : Scan.NOT_SCANNED;
    }

    /**
     * Begins to scan one document, on the event loop of its request.
     *
     * @param flow held while the scanner is behind; nobody else's
     */
    public DocumentScan open(Flow flow) {
        return config.address().map(address -> open(address, flow)).orElse(DocumentScan.NONE);
    }

    private DocumentScan open(InetSocketAddress address, Flow flow) {
        var scan = new ClamdScan(connect(address), flow, config);
        var unused = scan.infected().whenComplete((found, failure) -> tell(scan, found, failure));
        return scan;
    }

    /** Quarkus has Vert.x look names up on the event loop, which a slow DNS would block. */
    private Future<NetSocket> connect(InetSocketAddress address) {
        return vertx.executeBlocking(() -> InetAddress.getByName(address.getHostString()), false)
                .compose(host -> client.connect(address.getPort(), host.getHostAddress()));
    }

    /** A scan that was broken off because nobody waited for it has no outcome. */
    private void tell(ClamdScan scan, @Nullable Boolean infected, @Nullable Throwable failure) {
        if (infected != null) {
            tell(scan, infected ? "infected" : "clean");
        } else if (failure instanceof ScannerUnavailable) {
            tell(scan, "unavailable");
        }
    }

    private void tell(ClamdScan scan, String outcome) {
        meters.counter("vestibule.scans", "outcome", outcome).increment();
        meters.timer("vestibule.scan", "outcome", outcome).record(scan.waited());
    }
}
