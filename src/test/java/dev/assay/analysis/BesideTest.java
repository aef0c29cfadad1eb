package dev.assay.analysis;

import static dev.assay.analysis.Rules.claim;
import static dev.assay.analysis.Rules.measure;
import static dev.assay.analysis.Rules.quantity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.FiguresBuilder;
import dev.assay.analysis.Synthetic.Figures;
import dev.assay.analysis.comparison.FalseDiscoveryControl;
import dev.assay.analysis.comparison.SpikedRatios;
import dev.assay.analysis.estimate.LogEstimate;
import dev.assay.analysis.sample.BlockSeries;
import dev.assay.model.Metric;
import dev.assay.model.catalog.Condition;
import dev.assay.model.catalog.Condition.Estimator;
import dev.assay.model.catalog.Condition.Quantity;
import dev.assay.model.result.Comparison;
import dev.assay.model.result.Comparison.Verdict;
import dev.assay.model.result.Estimate.Kind;
import dev.assay.model.result.Fences;
import dev.assay.model.result.RunResult;
import dev.assay.model.result.SecondaryStatistics;
import dev.assay.model.result.SecondaryStatistics.CloseTo;
import dev.assay.model.result.SecondaryStatistics.NetRatio;
import dev.assay.model.result.SecondaryStatistics.SpikedRatio;
import dev.assay.model.run.TrialId;
import dev.assay.stats.Mean;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands beside a comparison, and the margins that claims name. */
class BesideTest {
    private static final String PYTHON = "numeric/nbody:python:std@100x1";
    private static final String RUST = "numeric/nbody:rust:std@100x1";
    private static final String C = "numeric/nbody:c:std@100x1";

    /** By SciPy and NumPy: the series of {@code stats.References}, one of its twelve ratios a spike. */
    @Test
    void meanWithSpikes() {
        double[] rust = {1.062, 1.071, 1.058, 1.066, 1.391, 1.074, 1.069, 1.060, 1.083, 1.065, 1.077, 1.068};
        double[] c = {1.004, 1.011, .998, 1.009, 1.013, 1.015, 1.002, 1.007, 1.021, 1.000, 1.012, 1.010};
        TreeMap<Integer, Double> logs = new TreeMap<>();
        for (int i = 0; i < rust.length; i++) {
            logs.put(i, Math.log(rust[i]) - Math.log(c[i]));
        }
        SpikedRatio spiked = Objects.requireNonNull(SpikedRatios.compute(BlockSeries.of(logs), 42));
        assertThat(spiked.ratio()).isCloseTo(1.0829976099, within(1e-9));
        assertThat(spiked.spikes()).isEqualTo(1);
        assertThat(spiked.outliers()).isEqualTo(1);
        // too few for a bootstrap
        assertThat(spiked.at95()).isNull();
    }

    @Test
    void bootstrapFollowsFromTheSeedOfTheRun() {
        RunResult once = nearlyEqual(5);
        SpikedRatio spiked =
                Objects.requireNonNull(only(once, Metric.WORK).beside().withSpikes());
        assertThat(Objects.requireNonNull(spiked.at95()).contains(spiked.ratio()))
                .isTrue();
        assertThat(only(nearlyEqual(5), Metric.WORK).beside().withSpikes()).isEqualTo(spiked);
        assertThat(only(once, Metric.PEAK).beside().withSpikes()).isNull();
    }

    /** Walls are a millisecond above the work times: net of the empty programs, 100 / 10 remain of 121 / 12. */
    @Test
    void netOfTheRuntimesEmptyProgram() {
        RunResult result = Synthetic.run(1)
                .trial(PYTHON, Figures.ofWork(120, 30))
                .trial(RUST, Figures.ofWork(11, 5))
                .trial("startup/empty:python:std@1x1", Figures.withoutWork(21, 10))
                .trial("startup/empty:rust:std@1x1", Figures.withoutWork(2, 1))
                .analyze();
        NetRatio wall =
                Objects.requireNonNull(only(result, Metric.WALL).beside().net());
        assertThat(wall.startUp()).isEqualTo("startup/empty");
        assertThat(wall.ratio()).isCloseTo(10, within(0.2));
        assertThat(Objects.requireNonNull(wall.at95()).contains(10)).isTrue();
        NetRatio peak =
                Objects.requireNonNull(only(result, Metric.PEAK).beside().net());
        assertThat(peak.ratio()).isCloseTo(5, within(0.2));
        assertThat(Objects.requireNonNull(peak.at95()).contains(peak.ratio())).isTrue();
        assertThat(only(result, Metric.WORK).beside().net()).isNull();
        NetRatio empty = Objects.requireNonNull(
                find(result, "startup/empty", Metric.WALL).beside().net());
        assertThat(empty.startUp()).isEqualTo("noise/floor");
        assertThat(empty.ratio()).isCloseTo((21 - 0.7) / (2 - 0.7), within(0.5));
    }

    @Test
    void netOfTheFloorWithoutEmptyPrograms() {
        NetRatio net = Objects.requireNonNull(
                only(nearlyEqual(2), Metric.WALL).beside().net());
        assertThat(net.startUp()).isEqualTo("noise/floor");
    }

    @ParameterizedTest
    @CsvSource({"11, 10, true", "12.2, 10, true", "12.8, 10, false", "9, 10, true"})
    void nativeProgramsAreCloseOrNot(double rustMs, double cMs, boolean close) {
        RunResult result = Synthetic.run(3)
                .trial(RUST, Figures.ofWork(rustMs, 2))
                .trial(C, Figures.ofWork(cMs, 2))
                .analyze();
        assertThat(only(result, Metric.WORK).beside().closeTo()).isEqualTo(new CloseTo(1.25, close));
        assertThat(only(result, Metric.WALL).beside().closeTo()).isNull();
    }

    /** Once, a session that could distinguish less than the margin ended the analysis with an exception. */
    @Test
    void nothingIsCloseWhereNoRatioBelowTheMarginCanBeDistinguished() {
        RunResult result = Synthetic.run(3)
                .canary(1.5)
                .trial(RUST, Figures.ofWork(10, 2))
                .trial(C, Figures.ofWork(10, 2))
                .analyze();
        assertThat(result.noise().resolution()).isGreaterThan(1.25);
        assertThat(only(result, Metric.WORK).beside().closeTo()).isEqualTo(new CloseTo(1.25, false));
    }

    @Test
    void claimNamesHowClose() {
        Condition close =
                measure(quantity(Metric.WORK, "numeric", Estimator.SUITE, "rust:std", "c:std"), "90 high <", 1.1);
        RunResult result = Synthetic.run(4)
                .trial(RUST, Figures.ofWork(11.2, 2))
                .trial(C, Figures.ofWork(10, 2))
                .analyze(claim(close));
        assertThat(only(result, Metric.WORK).beside().closeTo()).isEqualTo(new CloseTo(1.1, false));
    }

    /** A narrower margin than the practical one makes room for what is different and yet negligible. */
    @Test
    void claimNamesAnEquivalenceMargin() {
        Quantity pair = quantity(Metric.WORK, "numeric/nbody", Estimator.RATIO, "rust:std", "c:std");
        Condition equal =
                new Condition.All(List.of(measure(pair, "90 low >", 1 / 1.01), measure(pair, "90 high <", 1.01)));
        Synthetic run = Synthetic.run(5)
                .spread(0.004)
                .trial(RUST, Figures.ofWork(10.3, 2))
                .trial(C, Figures.ofWork(10, 2));
        assertThat(only(run.analyze(), Metric.WORK).verdict()).isEqualTo(Verdict.EQUIVALENT);
        assertThat(only(run.analyze(claim(equal)), Metric.WORK).verdict()).isEqualTo(Verdict.DIFFERENT);
    }

    /** The adjusted p-values of the design's reference, each here twice its one-sided one. */
    @Test
    void screeningAdjustsByMetric() {
        double[] p = {.0004, .0049, .012, .021, .038, .20};
        List<Comparison> comparisons = new ArrayList<>();
        List<LogEstimate> readings = new ArrayList<>();
        for (double each : p) {
            add(comparisons, readings, Metric.WORK, each);
        }
        add(comparisons, readings, Metric.WALL, 0.03);
        List<Double> screened = FalseDiscoveryControl.adjust(comparisons, readings, Comparison::metric).stream()
                .map(Comparison::beside)
                .map(SecondaryStatistics::screened)
                .map(Objects::requireNonNull)
                .toList();
        double[] expected = {.0024, .0147, .024, .0315, .0456, .2, .03};
        for (int i = 0; i < expected.length; i++) {
            assertThat(screened.get(i)).isCloseTo(expected[i], within(1e-6));
        }
        assertThat(FalseDiscoveryControl.adjust(comparisons, readings, Comparison::metric)
                        .get(4)
                        .beside()
                        .isSure())
                .isTrue();
        assertThat(FalseDiscoveryControl.adjust(comparisons, readings, Comparison::metric)
                        .get(5)
                        .beside()
                        .isSure())
                .isFalse();
        // in a list of its own, one is as sure as without the others
        assertThat(FalseDiscoveryControl.adjust(comparisons, readings, System::identityHashCode)
                        .get(5)
                        .beside()
                        .screened())
                .isEqualTo(FalseDiscoveryControl.adjust(
                                List.of(comparisons.get(5)), List.of(readings.get(5)), Comparison::metric)
                        .get(0)
                        .beside()
                        .screened());
    }

    private static void add(List<Comparison> comparisons, List<LogEstimate> readings, Metric metric, double p) {
        // a normal location whose lower end of that level just touches the margin
        double quantile = NormalDistribution.of(0, 1).inverseSurvivalProbability(p / 2);
        Mean mean = new Mean(Math.log(1.02) + quantile, 1, 1e12);
        LogEstimate reading = new LogEstimate(mean.value(), mean, 20, Kind.CONFIDENCE);
        readings.add(reading);
        comparisons.add(new Comparison(
                "numeric/nbody",
                metric,
                TrialId.parse(PYTHON),
                TrialId.parse(RUST),
                reading.toEstimate(),
                1.02,
                Verdict.BETTER,
                List.of()));
    }

    @Test
    void outliersAreLabeledOnTheirSide() {
        RunResult result = Synthetic.run(6)
                .trial(RUST, Figures.ofWork(10, 2))
                .changed(
                        RUST,
                        sample -> sample.block() == 9
                                ? Samples.with(
                                        sample, new FiguresBuilder().wall(20e6).build(), null)
                                : sample)
                .analyze();
        Fences wall = Objects.requireNonNull(
                result.trial(TrialId.parse(RUST)).orElseThrow().fences().get(Metric.WALL));
        assertThat(wall.isSevere(20e6)).isTrue();
        assertThat(wall.isOutlier(11e6)).isFalse();
        assertThat(result.trial(TrialId.parse(RUST)).orElseThrow().outliers(Metric.WALL))
                .hasValue("1 outlier of 20, 1 of them a spike");
        assertThat(result.trial(TrialId.parse(RUST)).orElseThrow().outliers(Metric.WORK))
                .isEmpty();
    }

    private static RunResult nearlyEqual(long seed) {
        return Synthetic.run(seed)
                .trial(RUST, Figures.ofWork(10.1, 2))
                .trial(C, Figures.ofWork(10, 2))
                .analyze();
    }

    private static Comparison only(RunResult result, Metric metric) {
        return find(result, "numeric/nbody", metric);
    }

    private static Comparison find(RunResult result, String workload, Metric metric) {
        return result.comparisons().stream()
                .filter(each -> each.workload().equals(workload) && each.metric() == metric)
                .findFirst()
                .orElseThrow();
    }
}
