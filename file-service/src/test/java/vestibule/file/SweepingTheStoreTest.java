package vestibule.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vestibule.intake.Stack;
import vestibule.intake.client.Kept;

/** What is left in the store goes only where this database is the one that knows. */
@QuarkusTest
@QuarkusTestResource(FileServiceStack.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SweepingTheStoreTest {

    @RegisterExtension final Kept kept = FileServiceStack.kept();

    @Test
    void the_store_names_the_database_that_claims_its_objects() {
        var owner = Stack.running().s3().bucketDirectory().resolve("file/.owner");

        Kept.eventually(() -> assertThat(owner).exists());

        assertThat(owner).hasContent(kept.row("select name from claimant").getFirst());
    }
}
