package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.fixture.RunBuilder;
import dev.assay.model.Metric;
import dev.assay.model.Runtime;
import dev.assay.model.catalog.ComparisonSide;
import dev.assay.model.result.Estimate;
import dev.assay.model.result.Summary;
import dev.assay.model.run.Command;
import dev.assay.model.run.TrialId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakEvenTest {
    private final RunBuilder run = new RunBuilder();

    private void built(String variant, double ns) {
        Command command = new Command(List.of("/bin/build"), Map.of(), null, null);
        run.ok(new TrialId("build/from-nothing", Runtime.RUST, variant, 1000, 1), command, ns + 1e6, ns, 100e6);
    }

    private void mean(String suite, Metric metric, int workloads, Estimate estimate) {
        run.summaries.add(new Summary(
                suite,
                metric,
                ComparisonSide.parse("python:std"),
                ComparisonSide.parse("rust:std"),
                Stream.iterate(1, n -> n + 1)
                        .limit(workloads)
                        .map(n -> suite + "/" + n)
                        .toList(),
                estimate,
                null));
    }

    private void suite(String suite, int workloads, double wall) {
        mean(suite, Metric.WORK, workloads, run.estimate(9 * wall, 0.01));
        mean(suite, Metric.WALL, workloads, run.estimate(wall, 0.01));
    }

    /** By hand: with a build of 3 s and a ratio of 4, Rust needs 3 s and 1 s where Python needs 4 s. */
    @ParameterizedTest
    @CsvSource({"3, 4, 4", "2, 2, 4", "9, 10, 10", "0, 5, 0", "1, 1.25, 5"})
    void bothTakeTheSameTimeThen(double build, double ratio, double python) {
        assertThat(BreakEven.runningTime(build, ratio).orElseThrow()).isCloseTo(python, within(1e-12));
        assertThat(build + python / ratio).isCloseTo(python, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"1", "0.5", "NaN"})
    void aBuildThatMakesNothingFasterNeverPays(double ratio) {
        assertThat(BreakEven.runningTime(3, ratio)).isEmpty();
    }

    /** By hand: the mean of 16 once and 2 twice is 4 (16 * 2 * 2 = 64 = 4 * 4 * 4), and 0.3 s / (1 - 1/4) is 0.4 s. */
    @Test
    void saysItOfTheRunsOwnFigures() {
        built("release", 300e6);
        built("std", 70e6);
        suite("numeric", 1, 16);
        suite("text", 2, 2);
        suite("build", 2, 0.1);
        mean("startup", Metric.WALL, 3, run.estimate(30, 0.01));

        String sentence =
                "A release build of the generated project of 1,000 lines took 300 ms, and Python took 4.00× the wall time of Rust"
                        + " (geometric mean of 3 workloads). At this ratio, Rust is ahead, build included, if Python runs longer than 400 ms.";
        assertThat(BreakEven.describe(run.build())).contains(sentence);
        assertThat(AtAGlance.of(run.build())).extracting(AtAGlance::text).containsExactly(sentence);
    }

    @Test
    void saysNothingWithoutARatio() {
        built("release", 300e6);
        suite("build", 2, 4);
        mean("numeric", Metric.WORK, 1, new Estimate(16, null, null, 4, Estimate.Kind.CONFIDENCE));
        mean("numeric", Metric.WALL, 1, new Estimate(16, null, null, 4, Estimate.Kind.CONFIDENCE));

        assertThat(BreakEven.describe(run.build())).isEmpty();
    }

    @Test
    void saysNothingWithoutABuild() {
        built("std", 70e6);
        suite("numeric", 1, 16);

        assertThat(BreakEven.describe(run.build())).isEmpty();
    }

    @Test
    void saysNothingWhereRustIsNotFaster() {
        built("release", 300e6);
        suite("numeric", 1, 0.9);

        assertThat(BreakEven.describe(run.build())).isEmpty();
    }
}
