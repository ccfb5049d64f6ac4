package vestibule.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URI;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RequestTargetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "*",
                "/v1/files/0199f6c2-7d3e-7c41-9a53-5b7f0c7f1f10/contents?a=b&c=%20+%C3%A9",
                "http://host.name:8080/v1/files?limit=10",
                "///x",
                "//host/x",
                "//?limit=10",
                "/v1/a-b_c.d~e!f$g&h'i(j)k*l,m;n:o@p=q?r/s?t"
            })
    void leaves_a_sound_target_as_it_is(String sent) {
        assertThat(RequestTarget.literal(sent)).isEqualTo(sent);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/files/%zz, /v1/files/%25zz",
        "/v1/files?cursor=%, /v1/files?cursor=%25",
        "/v1/files?cursor=%4, /v1/files?cursor=%254",
        "/v1/files?cursor=%%41, /v1/files?cursor=%25%41",
        "/x?filter[a|b]={\\}, /x?filter%5Ba%7Cb%5D=%7B%5C%7D",
        "/x#y#z, /x%23y%23z",
        "//, /%2F%2F",
        "http://, /http%3A%2F%2F",
        ":x, /%3Ax",
        "/\u00e9, /%E9"
    })
    void escapes_what_has_no_right_to_stand_in_one(String sent, String literal) {
        assertThat(RequestTarget.literal(sent)).isEqualTo(literal);
        assertThatCode(() -> new URI(literal)).doesNotThrowAnyException();
    }
}
