package vestibule.local.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What operators read about settings is what the code says. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SettingsPageTest {

    private static final Path ROOT = Path.of(System.getProperty("vestibule.root", "../.."));
    private static final Path PAGE = ROOT.resolve("docs/settings.md");

    @Test
    void the_page_is_as_the_code_has_it() throws IOException {
        var text = new SettingsPage(ROOT).text();
        if (System.getProperty("settings.refresh") != null) {
            Files.writeString(PAGE, text);
        }

        assertThat(Files.readString(PAGE))
                .as(
                        "refresh it: ./mvnw -Dquick test -pl deploy/local -am -Dtest=%s"
                                + " -Dsettings.refresh -Dsurefire.failIfNoSpecifiedTests=false",
                        getClass().getSimpleName())
                .isEqualTo(text);
    }

    @Test
    void every_kind_of_setting_is_found() throws IOException {
        assertThat(new SettingsPage(ROOT).text())
                .contains("| `vestibule.access.file` | to be set | Where `access.yaml` is mounted.")
                .contains("| `vestibule.store.buffer-budget` | none | ")
                .contains("| `vestibule.file.rate-limit.window` | `1s` | The time");
    }
}
