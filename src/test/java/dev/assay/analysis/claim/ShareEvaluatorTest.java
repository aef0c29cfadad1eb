package dev.assay.analysis.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Examples;
import dev.assay.Probes;
import dev.assay.analysis.Analysis;
import dev.assay.analysis.Rules;
import dev.assay.analysis.Synthetic;
import dev.assay.model.Runtime;
import dev.assay.model.catalog.ClaimVerdict;
import dev.assay.model.catalog.Condition;
import dev.assay.model.catalog.MistakeFate;
import dev.assay.model.catalog.MistakeFinder;
import dev.assay.model.catalog.MistakeShare;
import dev.assay.model.result.ClaimResult;
import dev.assay.model.run.MutantResult;
import dev.assay.model.run.MutantResult.FoundBy;
import dev.assay.model.run.ProbeResult;
import dev.assay.model.run.Recording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Verdicts that rest on shares of seeded mistakes. */
class ShareEvaluatorTest {
    private static final int EACH = 20;

    /** Programs with 20 mistakes each, of which Rust's compiler finds the first ones, and Python's tests or its type checker find others. */
    private static List<ProbeResult> programs(int compiler, int checker, int programs) {
        List<ProbeResult> results = new ArrayList<>();
        for (int program = 0; program < programs; program++) {
            List<MutantResult> rust = new ArrayList<>();
            List<MutantResult> python = new ArrayList<>();
            for (int i = 0; i < EACH; i++) {
                String function = "f" + i;
                rust.add(
                        i < compiler
                                ? Probes.mutant(function, "rule", FoundBy.COMPILER)
                                : Probes.mutant(function, "rule", FoundBy.TESTS, FoundBy.OUTPUT));
                python.add(
                        i < checker
                                ? Probes.mutant(function, "rule", FoundBy.CHECKER, FoundBy.CRASH)
                                : Probes.mutant(function, "rule"));
            }
            rust.add(Probes.mutant("only", "here", FoundBy.COMPILER));
            results.add(Probes.mutants("p" + program, Runtime.RUST, rust));
            results.add(Probes.mutants("p" + program, Runtime.PYTHON, python));
        }
        return results;
    }

    private static ClaimResult judged(
            MistakeFate fate, double above, List<ProbeResult> results, MistakeFinder... finders) {
        Condition when = new Condition.Share(new MistakeShare(
                fate, List.of("mutation"), List.of(finders), 95, Condition.Bound.LOW, Condition.Op.ABOVE, above));
        Recording recording = new Recording(
                Examples.header(List.of()),
                results,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Recording.End(Instant.EPOCH, true, null));
        return Analysis.analyze(recording, Synthetic.ARTICLE, List.of(Rules.claim(when)))
                .claims()
                .get(0);
    }

    /** The exact interval of 60 of 120 is 41 % to 59 % (scipy.stats.beta). */
    @Test
    void theShareOfOneIsThatOfAllPairs() {
        ClaimResult result = judged(MistakeFate.EARLY, 0.3, programs(10, 5, 6), MistakeFinder.RUST);

        assertThat(result.verdict()).isEqualTo(ClaimVerdict.SUPPORTED);
        assertThat(result.sentence())
                .isEqualTo(
                        "Rust: 50 % of 120 mistakes in 6 programs are found before the program runs (95 % interval 41 % to"
                                + " 59 %). Required: above 30 %.");
    }

    @Test
    void theDifferenceOfTwoIsBetweenPairs() {
        List<ProbeResult> programs = programs(10, 5, 6);

        ClaimResult alone = judged(MistakeFate.EARLY, 0.25, programs, MistakeFinder.PYTHON, MistakeFinder.RUST);
        assertThat(alone.verdict()).isEqualTo(ClaimVerdict.SUPPORTED);
        assertThat(alone.sentence())
                .startsWith("Rust: 50 % of 120 mistakes in 6 programs are found before the program runs. Python: 0 %."
                        + " Difference: 50 percentage points (95 % interval ");
        ClaimResult checked =
                judged(MistakeFate.EARLY, 0.25, programs, MistakeFinder.PYTHON_CHECKED, MistakeFinder.RUST);
        assertThat(checked.sentence()).contains("Python with a type checker: 25 %. Difference: 25 percentage points");
        assertThat(checked.verdict()).isEqualTo(ClaimVerdict.INCONCLUSIVE);
        assertThat(judged(MistakeFate.EARLY, 0.45, programs, MistakeFinder.PYTHON_CHECKED, MistakeFinder.RUST)
                        .verdict())
                .isEqualTo(ClaimVerdict.REFUTED);
    }

    @Test
    void whatIsFoundBeforeTheProgramRunsCannotCrashIt() {
        List<ProbeResult> programs = programs(10, 5, 6);

        assertThat(judged(MistakeFate.CRASH, 0.1, programs, MistakeFinder.RUST, MistakeFinder.PYTHON)
                        .sentence())
                .contains("Python: 25 % of 120 mistakes in 6 programs crash the program. Rust: 0 %.");
        assertThat(judged(MistakeFate.CRASH, 0.1, programs, MistakeFinder.PYTHON_CHECKED)
                        .sentence())
                .contains("Python with a type checker: 0 % of 120 mistakes");
        assertThat(judged(MistakeFate.SILENT, 0.1, programs, MistakeFinder.PYTHON_CHECKED)
                        .sentence())
                .contains("75 % of 120 mistakes in 6 programs are found by nothing");
    }

    @Test
    void whatWasNotTriedSaysHowToTryIt() {
        ClaimResult none = judged(MistakeFate.EARLY, 0.1, List.of(), MistakeFinder.RUST);

        assertThat(none.verdict()).isEqualTo(ClaimVerdict.NOT_TESTED);
        assertThat(none.sentence())
                .isEqualTo(
                        "The rule needs the mistakes of the suite mutation (they take minutes, so they are tried only on"
                                + " request: run with --suite=mutation).");
        assertThat(judged(MistakeFate.EARLY, 0.1, programs(10, 5, 1), MistakeFinder.RUST)
                        .verdict())
                .isEqualTo(ClaimVerdict.NOT_TESTED);
    }

    @Test
    void aMutantThatDoesTheSameIsNoMistake() {
        List<MutantResult> same = List.of(
                new MutantResult("rule", "f", 3, "a", "b", List.of(), List.of(), "It does the same."),
                Probes.mutant("g", "rule", FoundBy.COMPILER));
        List<MutantResult> other = List.of(Probes.mutant("f", "rule"), Probes.mutant("g", "rule"));
        List<ProbeResult> programs = List.of(
                Probes.mutants("a", Runtime.RUST, same),
                Probes.mutants("a", Runtime.PYTHON, other),
                Probes.mutants("b", Runtime.RUST, same),
                Probes.mutants("b", Runtime.PYTHON, other));

        assertThat(judged(MistakeFate.EARLY, 0.1, programs, MistakeFinder.RUST).sentence())
                .startsWith("Rust: 100 % of 2 mistakes in 2 programs");
    }
}
