package vestibule.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Alerts and dashboard look at metrics that exist, and operators find them in the docs. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WatchingTest {

    private static final Pattern METRIC = Pattern.compile("vestibule_[a-z_]+");

    @Test
    void alerts_look_at_documented_metrics() {
        assertThat(rules().stream().map(rule -> rule.getExpr().getStrVal()))
                .allSatisfy(
                        expression -> assertThat(documented()).containsAll(metrics(expression)));
    }

    @Test
    void so_does_the_dashboard() throws IOException {
        var file = Places.K8S.resolve("components/monitoring/dashboard.json");
        var targets = new ObjectMapper().readTree(file.toFile()).findValuesAsText("expr");

        assertThat(targets)
                .hasSizeGreaterThan(10)
                .allSatisfy(
                        expression -> assertThat(documented()).containsAll(metrics(expression)));
    }

    @Test
    void every_alert_is_explained() {
        var operations = Places.read(Places.ROOT.resolve("docs/operations.md"));

        assertThat(rules()).extracting(Rule::getAlert).isNotEmpty().allMatch(operations::contains);
    }

    private static List<Rule> rules() {
        return Builds.with("monitoring")
                .get(PrometheusRule.class, "vestibule")
                .getSpec()
                .getGroups()
                .getFirst()
                .getRules();
    }

    private static Set<String> documented() {
        return Stream.of(Places.read(Places.ROOT.resolve("docs/operations.md")))
                .flatMap(text -> metrics(text).stream())
                .collect(Collectors.toSet());
    }

    /** A timer's parts count as the timer. */
    private static Set<String> metrics(String text) {
        return METRIC.matcher(text)
                .results()
                .map(found -> found.group().replaceFirst("_(sum|count|max)$", ""))
                .collect(Collectors.toSet());
    }
}
