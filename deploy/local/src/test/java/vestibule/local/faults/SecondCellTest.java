package vestibule.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vestibule.embedded.EmbeddedStack;
import vestibule.embedded.StackConfig;

/**
 * What docs/scaling.md calls a cell: the same service over another database and another store, told
 * on the same topics.
 */
@Tag("long")
@Timeout(300)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SecondCellTest {

    private static final int UPLOADS = 20;
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String BROKERS = "kafka.bootstrap.servers";

    private final Map<String, String> settings = new HashMap<>(Stage.SWEEPING_SOON);
    private EmbeddedStack away;
    private PackagedService here;
    private PackagedService there;

    @BeforeEach
    void start(@TempDir Path directory) {
        here = Stage.fileServer(settings);
        away = EmbeddedStack.start(StackConfig.forTests(directory));
        settings.putAll(away.settings(Vendor.FILE.id()));
        settings.put(BROKERS, Stage.stack().kafka().bootstrapServers());
        there = Stage.fileServer(settings);
    }

    @AfterEach
    void stop() {
        try (var _ = away;
                var _ = here;
                var _ = there) {
            // Each in turn.
        }
    }

    @Test
    void two_cells_share_their_topics_and_nothing_else() throws Exception {
        var ownBefore = Stage.books().rows().keySet();
        var ours = new ArrayList<String>();
        var theirs = new ArrayList<String>();
        for (var upload = 0; upload < UPLOADS; upload++) {
            ours.add(upload(here, upload));
            theirs.add(upload(there, upload));
        }

        var own = new ArrayList<>(Stage.books().rows().keySet());
        own.removeAll(ownBefore);
        assertThat(own).containsExactlyInAnyOrderElementsOf(ours);
        var others = new Books(away, Vendor.FILE);
        assertThat(others.rows().keySet()).containsExactlyInAnyOrderElementsOf(theirs);

        areRead(here, 200, ours);
        areRead(here, 404, theirs);
        areRead(there, 200, theirs);
        areRead(there, 404, ours);

        var all = new ArrayList<>(ours);
        all.addAll(theirs);
        try (var events = new Events(Stage.stack())) {
            events.await(
                    "each is told",
                    SOON,
                    told -> told.stream().map(Events.Told::documentId).toList().containsAll(all));
            // Other tests know of no second cell.
            events.forget();
        }

        areKeptBySweeps(Stage.books(), ours);
        areKeptBySweeps(others, theirs);
        for (var cell : List.of(here, there)) {
            assertThat(cell.metric("vestibule_sweeps_refused_total")).isZero();
        }
    }

    /** Seen once an object is gone that no row knows. */
    private static void areKeptBySweeps(Books cell, List<String> ids) throws Exception {
        var rows = cell.rows();
        var keys = ids.stream().map(rows::get).map(Books.Row::key).toList();
        var known = cell.stack().s3().bucketDirectory().resolve(keys.getFirst());
        var orphan = Files.copy(known, known.resolveSibling(known.getFileName() + "-orphan"));
        Eventually.is("it is swept", SOON, () -> !Files.exists(orphan));
        assertThat(cell.objects()).containsAll(keys);
    }

    private static String upload(PackagedService cell, int number) throws Exception {
        var paper = new Paper(Load.SMALL, number);
        return cell.client().send(Vendor.FILE.upload("", paper)).id();
    }

    private static void areRead(PackagedService cell, int status, List<String> ids)
            throws Exception {
        for (var id : ids) {
            assertThat(cell.client().send(read(id)).status()).isEqualTo(status);
        }
    }

    private static Request read(String id) {
        var bearer = Map.of("Authorization", "Bearer " + PackagedService.TOKEN);
        return new Request("GET /v1/files/" + id, bearer, new byte[0]);
    }
}
