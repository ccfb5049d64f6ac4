package vestibule.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Exception;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UsingTheStackTest {

    private static EmbeddedStack stack;
    private static Clients clients;

    @BeforeAll
    static void start(@TempDir Path directory) {
        stack = EmbeddedStack.start(StackConfig.forTests(directory));
        clients = new Clients(stack);
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"document-received", "document-deleted"})
    void the_topics_of_the_events_have_six_partitions(String topic) throws Exception {
        try (var admin =
                Admin.create(Map.of("bootstrap.servers", stack.kafka().bootstrapServers()))) {
            var described = admin.describeTopics(List.of(topic)).allTopicNames().get();

            assertThat(described.values().iterator().next().partitions()).hasSize(6);
        }
    }

    @Test
    void a_published_event_can_be_read() throws Exception {
        clients.publish("document-deleted", "hello");

        assertThat(clients.published("document-deleted", 1)).containsExactly("hello");
    }

    static List<String> services() {
        return EmbeddedStack.SERVICES;
    }

    @ParameterizedTest
    @MethodSource("services")
    void every_service_owns_a_database(String service) throws SQLException {
        clients.execute(service, "CREATE TABLE own (id int)");

        assertThat(clients.ask(service, "SELECT current_database()")).isEqualTo(service);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void what_postgres_acknowledges_is_on_disk(String setting) throws SQLException {
        assertThat(clients.ask("file", "SHOW " + setting)).isEqualTo("on");
    }

    @Test
    void postgres_refuses_a_wrong_password() {
        var url = stack.postgres().jdbcUrl("file");

        assertThatThrownBy(() -> DriverManager.getConnection(url, "file", "wrong"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void an_object_is_a_file_in_the_bucket() throws Exception {
        clients.put("some/key", "bytes");

        assertThat(clients.get("some/key")).isEqualTo("bytes");
        assertThat(Files.readString(stack.s3().bucketDirectory().resolve("some/key")))
                .isEqualTo("bytes");
    }

    @Test
    void s3_refuses_a_wrong_signature() {
        try (var s3 = clients.s3("wrong")) {
            assertThatThrownBy(
                            () ->
                                    s3.putObject(
                                            put -> put.bucket(S3Server.BUCKET).key("forged"),
                                            RequestBody.fromString("x")))
                    .isInstanceOf(S3Exception.class)
                    .hasMessageContaining("403");
        }
    }

    @Test
    void settings_of_a_service_name_its_own_database_and_the_shared_rest() {
        assertThat(stack.settings("media"))
                .containsEntry("quarkus.datasource.jdbc.url", stack.postgres().jdbcUrl("media"))
                .containsEntry("quarkus.s3.endpoint-override", stack.s3().endpoint().toString())
                .containsEntry("kafka.bootstrap.servers", stack.kafka().bootstrapServers());
    }

    @Test
    void a_second_stack_in_the_same_directory_is_refused(@TempDir Path other) throws Exception {
        var config = StackConfig.forTests(other);
        try (var first = EmbeddedStack.start(config)) {
            assertThat(first.kafka().running()).isTrue();
            assertThatThrownBy(() -> EmbeddedStack.start(StackConfig.forTests(other)))
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("another stack is running in " + other);
            assertThat(ParentJvm.findsStackIn(other)).isTrue();
        }
    }

    @Test
    void passwords_are_readable_by_their_owner_alone() throws Exception {
        var file = stack.s3().bucketDirectory().resolve("../../stack.properties");

        var permissions = Files.getPosixFilePermissions(file);

        assertThat(permissions.stream().map(Enum::name).toList())
                .containsExactlyInAnyOrderElementsOf(Arrays.asList("OWNER_READ", "OWNER_WRITE"));
    }
}
