package vestibule.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StackPortsTest {

    /** By chance alone, five hundred would have a pair all but certainly. */
    @Test
    void nobody_is_given_a_port_that_another_was_given() {
        assertThat(Stream.generate(StackPorts::freePort).limit(500)).doesNotHaveDuplicates();
    }
}
