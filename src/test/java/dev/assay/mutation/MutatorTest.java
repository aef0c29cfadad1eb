package dev.assay.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.catalog.CatalogReader;
import dev.assay.model.Runtime;
import dev.assay.model.catalog.MutationSetup;
import dev.assay.model.catalog.Probe;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MutatorTest {
    private static final String RUST = """
            //! a + b
            fn rest(left: i64, right: i64) -> i64 {
                // left + right
                if left < right && left != 3 {
                    return 0;
                }
                left - right
            }

            fn main() {
                println!("{}", rest(5, 3) + 1);
            }
            """;

    private static final String PYTHON = """
            \"""a + b\"""


            def rest(left: int, right: int) -> int:
                # left + right
                if left < right and left != 3:
                    return 0
                return left - right


            def main() -> None:
                print(rest(5, 3) + 1)
            """;

    private static Map<MutationRule, Mutant> mutants(Runtime runtime, String text) {
        return Mutator.mutate(runtime, text).stream().collect(Collectors.toMap(Mutant::rule, mutant -> mutant));
    }

    @Test
    void theSameRulesMakeTheSameMistakesInBothLanguages() {
        Map<MutationRule, Mutant> rust = mutants(Runtime.RUST, RUST);
        Map<MutationRule, Mutant> python = mutants(Runtime.PYTHON, PYTHON);

        assertThat(rust.keySet())
                .isEqualTo(python.keySet())
                .containsExactlyInAnyOrder(
                        MutationRule.WRONG_OPERATOR,
                        MutationRule.WRONG_BOUNDARY,
                        MutationRule.WRONG_EQUALITY,
                        MutationRule.NEGATED_CONDITION,
                        MutationRule.WRONG_CONNECTIVE,
                        MutationRule.WRONG_NUMBER,
                        MutationRule.NUMBER_AS_TEXT,
                        MutationRule.MISSPELT_VARIABLE,
                        MutationRule.MISSING_RETURN);
        assertThat(now(rust, MutationRule.WRONG_OPERATOR)).isEqualTo("left + right");
        assertThat(now(python, MutationRule.WRONG_OPERATOR)).isEqualTo("return left + right");
        assertThat(now(rust, MutationRule.WRONG_BOUNDARY)).isEqualTo("if left <= right && left != 3 {");
        assertThat(now(python, MutationRule.WRONG_BOUNDARY)).isEqualTo("if left <= right and left != 3:");
        assertThat(now(rust, MutationRule.WRONG_NUMBER)).isEqualTo("if left < right && left != 4 {");
        assertThat(now(python, MutationRule.WRONG_NUMBER)).isEqualTo("if left < right and left != 4:");
        assertThat(now(rust, MutationRule.MISSING_RETURN)).isEqualTo("0;");
        assertThat(now(python, MutationRule.MISSING_RETURN)).isEqualTo("0");
        assertThat(rust)
                .allSatisfy((rule, mutant) -> assertThat(mutant.function()).isEqualTo("rest"));
    }

    private static String now(Map<MutationRule, Mutant> mutants, MutationRule rule) {
        return Objects.requireNonNull(mutants.get(rule)).now();
    }

    @Test
    void oneLineDiffersAndNothingElse() {
        for (Mutant mutant : Mutator.mutate(Runtime.RUST, RUST)) {
            List<String> before = RUST.lines().toList();
            List<String> after = mutant.text().lines().toList();
            assertThat(after).as(mutant.toString()).hasSameSizeAs(before);
            for (int i = 0; i < before.size(); i++) {
                assertThat(before.get(i).equals(after.get(i))).isEqualTo(i != mutant.line() - 1);
            }
            assertThat(before.get(mutant.line() - 1)).contains(mutant.was());
        }
    }

    @Test
    void inOurProgramsEveryRuleMakesMistakesAndMostHaveATwin() {
        List<Probe> probes = CatalogReader.read(Path.of("workloads")).probes().stream()
                .filter(probe -> probe.procedure().how() == Probe.How.MUTANTS)
                .toList();
        assertThat(probes).hasSize(12);
        Set<String> rust = keys(probes, Runtime.RUST);
        Set<String> python = keys(probes, Runtime.PYTHON);
        Set<String> both = new HashSet<>(rust);
        both.retainAll(python);

        assertThat(both).hasSizeBetween(200, 300);
        assertThat(both.size() / (double) rust.size()).isGreaterThan(0.8);
        assertThat(both.size() / (double) python.size()).isGreaterThan(0.8);
        Set<String> rules = both.stream()
                .map(key -> key.substring(key.lastIndexOf('/') + 1))
                .collect(Collectors.toSet());
        assertThat(EnumSet.complementOf(EnumSet.of(MutationRule.UNCHECKED_RESULT)))
                .allSatisfy(rule -> assertThat(rules).contains(rule.toString()));
        assertThat(rust).anyMatch(key -> key.endsWith("unchecked-result"));
    }

    private static Set<String> keys(List<Probe> probes, Runtime runtime) {
        Set<String> keys = new HashSet<>();
        for (Probe probe : probes) {
            MutationSetup setup = Objects.requireNonNull(probe.procedure().mutation());
            if (probe.runtime() == runtime) {
                for (Mutant mutant : Mutator.mutate(runtime, probe.text())) {
                    assertThat(mutant.text()).isNotEqualTo(probe.text());
                    assertThat(keys.add(setup.program() + "/" + mutant.function() + "/" + mutant.rule()))
                            .as("one mutant for each function and rule")
                            .isTrue();
                }
            }
        }
        return keys;
    }
}
