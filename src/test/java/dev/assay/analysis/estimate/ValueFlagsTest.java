package dev.assay.analysis.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.FiguresBuilder;
import dev.assay.analysis.Rules;
import dev.assay.analysis.Samples;
import dev.assay.analysis.Synthetic;
import dev.assay.analysis.Synthetic.Figures;
import dev.assay.model.Metric;
import dev.assay.model.Warning;
import dev.assay.model.catalog.ClaimVerdict;
import dev.assay.model.catalog.Condition.Estimator;
import dev.assay.model.result.Comparison;
import dev.assay.model.result.Comparison.Verdict;
import dev.assay.model.result.Distribution;
import dev.assay.model.result.RunResult;
import dev.assay.model.result.TrialResult;
import dev.assay.model.result.ValueFlag;
import dev.assay.model.run.PeakQuality;
import dev.assay.model.run.ProcessMeasurements;
import dev.assay.model.run.Sample;
import dev.assay.model.run.TrialId;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What is said of figures that are not all the program's own, or not all of the program's. */
class ValueFlagsTest {
    private static final String PYTHON = "startup/hello:python:std@0x1";
    private static final String RUST = "startup/hello:rust:std@0x1";
    private static final String FLOOR = Synthetic.FLOOR.toString();

    /** Programs of that many milliseconds and megabytes beside a floor of 0.7 ms and 0.1 MB. */
    private static Synthetic pair(double pythonMs, double rustMs, double pythonMb, double rustMb) {
        return Synthetic.run(1)
                .trial(PYTHON, Figures.withoutWork(pythonMs, pythonMb))
                .trial(RUST, Figures.withoutWork(rustMs, rustMb));
    }

    private static TrialResult trial(RunResult result, String id) {
        return result.trial(TrialId.parse(id)).orElseThrow();
    }

    private static Comparison comparison(RunResult result, Metric metric) {
        return result.comparisons().stream()
                .filter(each -> each.metric() == metric)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theFloorsDistributionIsKept() {
        Distribution wall = Objects.requireNonNull(
                pair(10, 1, 9, 2).analyze().noise().floorSpread().get(Metric.WALL));
        assertThat(wall.min()).isLessThan(wall.q25());
        assertThat(wall.median()).isBetween(wall.q25(), wall.q75()).isCloseTo(0.7e6, within(0.01e6));
        assertThat(wall.max()).isGreaterThan(wall.q75()).isLessThan(0.71e6);
    }

    @Test
    void aWallTimeBelowTenFloorsIsMarkedAndItsComparisonsSaySo() {
        RunResult result = pair(7.2, 6.8, 9, 2).analyze();
        assertThat(trial(result, PYTHON).has(Metric.WALL, ValueFlag.NEAR_FLOOR)).isFalse();
        assertThat(trial(result, RUST).has(Metric.WALL, ValueFlag.NEAR_FLOOR)).isTrue();
        Comparison wall = comparison(result, Metric.WALL);
        assertThat(wall.verdict()).isEqualTo(Verdict.BETTER);
        assertThat(wall.reasons())
                .containsExactly(
                        "near the noise floor: process start-up is more than a tenth of the wall time of rust:std");
    }

    @Test
    void aPeakOfRusageAtTheFloorSaysAtMost() {
        RunResult result = pair(100, 100, 9, 0.3).analyze();
        assertThat(trial(result, RUST).has(Metric.PEAK, ValueFlag.NEAR_FLOOR)).isTrue();
        assertThat(trial(result, PYTHON).marks()).isEmpty();
        Comparison peak = comparison(result, Metric.PEAK);
        assertThat(peak.verdict()).isEqualTo(Verdict.BETTER);
        assertThat(peak.reasons())
                .containsExactly(
                        "at the floor: rust:std used no more memory than a program that does nothing, so the ratio may be farther from 1");
    }

    @Test
    void twoPeaksAtTheFloorCannotBeDistinguished() {
        Comparison peak = comparison(pair(100, 100, 0.35, 0.2).analyze(), Metric.PEAK);
        assertThat(peak.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(peak.reasons())
                .singleElement()
                .asString()
                .contains("python:std and rust:std used no more memory than");
    }

    @Test
    void anExactPeakIsWhatItIsHoweverSmall() {
        ProcessMeasurements small = new FiguresBuilder()
                .peak(16_384, PeakQuality.EXACT)
                .quantum(0)
                .processes(1)
                .build();
        RunResult result = pair(100, 100, 9, 2)
                .followed(FLOOR, small, small, small)
                .followed(RUST, small, small, small)
                .analyze();
        assertThat(trial(result, RUST).marks()).isEmpty();
        assertThat(Objects.requireNonNull(result.noise().floorSpread().get(Metric.PEAK))
                        .max())
                .isEqualTo(16_384);
    }

    @Test
    void cpuTimeThatMissesProcessesIsNeitherComparedNorComparedWithARule() {
        RunResult result = pair(100, 10, 9, 2)
                .changed(PYTHON, cpu(clock -> clock.cpu(1e6, 0), false))
                .analyze(Rules.claim(Rules.measure(
                        Rules.quantity(Metric.CPU, "startup", Estimator.SUITE, "python:std", "rust:std"),
                        "95 low >",
                        1.25)));
        assertThat(trial(result, PYTHON).has(Metric.CPU, ValueFlag.INCOMPLETE)).isTrue();
        assertThat(trial(result, PYTHON).has(Metric.PARALLELISM, ValueFlag.INCOMPLETE))
                .isTrue();
        assertThat(trial(result, RUST).marks()).isEmpty();
        Comparison cpu = comparison(result, Metric.CPU);
        assertThat(cpu.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(cpu.reasons()).singleElement().asString().startsWith("incomplete CPU time of python:std: ");
        assertThat(result.claims().get(0).verdict()).isEqualTo(ClaimVerdict.NOT_TESTED);
        assertThat(result.claims().get(0).sentence()).contains("the complete CPU time of python:std in startup/hello");
    }

    @Test
    void theTaskClockMissesNobody() {
        RunResult result = pair(100, 10, 9, 2)
                .changed(PYTHON, cpu(figures -> figures.cpu(1e6, 0).taskClock(90e6, false), false))
                .analyze();
        assertThat(trial(result, PYTHON).marks()).isEmpty();
        assertThat(comparison(result, Metric.CPU).verdict()).isEqualTo(Verdict.BETTER);
    }

    /** What following a program shows of it holds for its timed processes too. */
    @Test
    void aProcessThatWasFollowedCanShowThatCpuTimeIsMissing() {
        ProcessMeasurements missing = new FiguresBuilder()
                .peak(9e6, PeakQuality.EXACT)
                .cpuComplete(false)
                .build();
        RunResult result = pair(100, 10, 9, 2).followed(PYTHON, missing).analyze();
        assertThat(trial(result, PYTHON).has(Metric.CPU, ValueFlag.INCOMPLETE)).isTrue();
    }

    private static UnaryOperator<Sample> cpu(Function<FiguresBuilder, FiguresBuilder> change, boolean complete) {
        return sample -> Samples.with(
                sample,
                change.apply(new FiguresBuilder()
                                .wall(Objects.requireNonNull(sample.figures().wallNs()))
                                .peak(9e6, PeakQuality.RUSAGE))
                        .cpuComplete(complete)
                        .build(),
                null);
    }

    /** The harness needs 70 us for any process here, half as much again for some: that much says nothing of a program. */
    @Test
    void theHarnessOwnTimeCountsBeyondWhatAnyProcessCosts() {
        Synthetic run = pair(100, 5, 9, 2)
                .cores(1)
                .changed(FLOOR, sample -> owning(sample, 70e3 + 1e3 * (sample.block() % 5)))
                .changed(RUST, sample -> owning(sample, sample.block() % 4 == 0 ? 130e3 : 75e3))
                .changed(PYTHON, sample -> owning(sample, sample.block() == 7 ? 5e6 : 600e3));
        RunResult result = run.analyze();
        // quartiles of 71 and 73 us
        assertThat(result.noise().handlingNs()).isCloseTo(76e3, within(1.0));
        assertThat(disturbed(result, RUST)).isEqualTo(5);
        assertThat(disturbed(result, PYTHON)).isEqualTo(1);
        assertThat(result.warnings())
                .filteredOn(warning -> warning.code().equals("own-cpu"))
                .singleElement()
                .extracting(Warning::message)
                .asString()
                .contains(RUST + " (5 of 20)")
                .doesNotContain(PYTHON);
        // on a second processor it takes nothing from a program of one thread
        assertThat(run.cores(2).analyze().warnings())
                .noneMatch(warning -> warning.code().equals("own-cpu"));
    }

    private static long disturbed(RunResult result, String id) {
        return trial(result, id).counted().stream()
                .filter(sample -> sample.disturbed(result.noise().handlingNs()))
                .count();
    }

    private static Sample owning(Sample sample, double ns) {
        return Samples.with(
                sample,
                sample.figures(),
                ns / Objects.requireNonNull(sample.figures().wallNs()));
    }
}
