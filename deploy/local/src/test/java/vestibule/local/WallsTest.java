package vestibule.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Arrows run one way: service -> shared-intake -> shared-validation. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WallsTest {

    private static final String[] SERVICES = {
        "vestibule.file..",
        "vestibule.ddq..",
        "vestibule.image..",
        "vestibule.media..",
        "vestibule.document.."
    };

    private static JavaClasses built;

    @BeforeAll
    static void import_what_the_modules_have_built() throws IOException {
        built =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPaths(modules());
    }

    private static List<Path> modules() throws IOException {
        var root = Path.of("..", "..");
        try (var folders = Files.list(root)) {
            return folders.map(folder -> folder.resolve("target/classes"))
                    .filter(Files::isDirectory)
                    .toList();
        }
    }

    @Test
    void all_modules_with_walls_are_looked_at() {
        assertThat(built.containPackage("vestibule.validation")).isTrue();
        assertThat(built.containPackage("vestibule.intake")).isTrue();
        assertThat(built.containPackage("vestibule.file")).isTrue();
        assertThat(built.containPackage("vestibule.ddq")).isTrue();
        assertThat(built.containPackage("vestibule.media")).isTrue();
    }

    @Test
    void shared_validation_is_plain_Java() {
        classes()
                .that()
                .resideInAPackage("vestibule.validation..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("vestibule.validation..", "java..", "org.jspecify..")
                .check(built);
    }

    @Test
    void shared_intake_knows_no_service() {
        noClasses()
                .that()
                .resideInAPackage("vestibule.intake..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SERVICES)
                .check(built);
    }

    @Test
    void no_service_knows_another() {
        slices().matching("vestibule.(file|ddq|image|media|document)..")
                .should()
                .notDependOnEachOther()
                .check(built);
    }

    @Test
    void entities_never_leave_their_package() {
        classes()
                .that()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should()
                .bePackagePrivate()
                .check(built);
    }

    @Test
    void only_the_traces_speak_OpenTelemetry() {
        noClasses()
                .that()
                .resideOutsideOfPackages("vestibule.intake.trace..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.opentelemetry..")
                .check(built);
    }

    @Test
    void only_the_storage_speaks_S3_and_only_the_outbox_speaks_Kafka() {
        noClasses()
                .that()
                .resideOutsideOfPackages("vestibule.intake.storage..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.awssdk..")
                .check(built);
        noClasses()
                .that()
                .resideOutsideOfPackages("vestibule.intake.outbox..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka..")
                .check(built);
    }
}
