package vestibule.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vestibule.intake.probe.Talk;

/** On Vert.x alone: the class loaders of a Quarkus test hide our service file from Netty's. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BreakingTheFramingTest {

    private static final String HEAD = "POST /v1/things HTTP/1.1\r\nHost: x\r\n";

    private static Vertx vertx;
    private static URI server;

    @BeforeAll
    static void start() throws Exception {
        System.setProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
        var options = new HttpServerOptions().setHost("127.0.0.1").setPort(0);
        new FramingRules().customizeHttpServer(options);
        vertx = Vertx.vertx();
        var running =
                vertx.createHttpServer(options)
                        .requestHandler(BreakingTheFramingTest::count)
                        .listen()
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(10, TimeUnit.SECONDS);
        server = URI.create("http://127.0.0.1:" + running.actualPort());
    }

    @AfterAll
    static void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private static void count(HttpServerRequest request) {
        request.body()
                .onSuccess(body -> request.response().end(body.length() + " bytes"))
                .onFailure(broken -> request.response().setStatusCode(500).end("a second answer"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
                "Content-Length: five\r\n\r\nhello",
                "Content-Length: -1\r\n\r\nhello",
                "Transfer-Encoding: identity\r\n\r\nhello",
                "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: gzip\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nnonsense\r\n"
            })
    void is_answered_once_with_400_and_the_end_of_the_connection(String rest) throws IOException {
        try (var talk = Talk.to(server)) {
            talk.sayRaw(HEAD + rest + "GET /v1/things HTTP/1.1\r\nHost: x\r\n\r\n");

            var all = talk.hearOut();

            assertThat(all).startsWith("HTTP/1.1 400 ").containsOnlyOnce("HTTP/1.1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
                "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!",
            })
    void nor_is_http_1_0_taken_more_lightly(String rest) throws IOException {
        try (var talk = Talk.to(server)) {
            talk.sayRaw("POST /v1/things HTTP/1.0\r\nConnection: keep-alive\r\n" + rest);

            assertThat(talk.hearOut())
                    .containsPattern("^HTTP/1\\.[01] 400 ")
                    .containsOnlyOnce("HTTP/1.");
        }
    }

    @Test
    void http_1_0_may_still_send_a_body() throws IOException {
        try (var talk = Talk.to(server)) {
            talk.sayRaw("POST /v1/things HTTP/1.0\r\nContent-Length: 5\r\n\r\nhello");

            assertThat(talk.hearOut()).endsWith("5 bytes");
        }
    }

    /** To Netty two such keys announce eight bytes, which would be those of the next request. */
    @Test
    void what_announces_no_body_has_none_whatever_web_socket_keys_it_has() throws IOException {
        try (var talk = Talk.to(server)) {
            talk.sayRaw(
                    "GET /v1/things HTTP/1.1\r\nHost: x\r\nSec-WebSocket-Key1: 1 2\r\n"
                            + "Sec-WebSocket-Key2: 1 2\r\n\r\n");
            assertThat(talk.hear().body()).isEqualTo("0 bytes");

            talk.sayRaw(HEAD + "Content-Length: 3\r\n\r\nyou");

            assertThat(talk.hear().body()).isEqualTo("3 bytes");
        }
    }

    @Test
    void does_not_touch_sound_bodies_on_one_connection() throws IOException {
        try (var talk = Talk.to(server)) {
            talk.sayRaw(HEAD + "Transfer-Encoding: Chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n");
            assertThat(talk.hear().body()).isEqualTo("5 bytes");

            talk.sayRaw(HEAD + "Content-Length: 3\r\n\r\nyou");

            assertThat(talk.hear().body()).isEqualTo("3 bytes");
        }
    }
}
