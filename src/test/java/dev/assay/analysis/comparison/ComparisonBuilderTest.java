package dev.assay.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.analysis.Analysis;
import dev.assay.analysis.Samples;
import dev.assay.analysis.Synthetic;
import dev.assay.analysis.Synthetic.Figures;
import dev.assay.model.Metric;
import dev.assay.model.result.Comparison;
import dev.assay.model.result.Comparison.Verdict;
import dev.assay.model.result.Interval;
import dev.assay.model.result.RunResult;
import dev.assay.model.run.Recording;
import dev.assay.model.run.Sample;
import dev.assay.model.run.TrialId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonBuilderTest {
    private static final String PYTHON = "numeric/nbody:python:std@100x1";
    private static final String RUST = "numeric/nbody:rust:std@100x1";
    private static final String C = "numeric/nbody:c:std@100x1";

    @Test
    void fixedPairsAndNoOthers() {
        RunResult result = Synthetic.run(1)
                .trial(PYTHON, Figures.ofWork(400, 10))
                .trial("numeric/nbody:python:numpy@100x1", Figures.ofWork(40, 30))
                .trial(RUST, Figures.ofWork(10, 2))
                .trial(C, Figures.ofWork(10, 1))
                .trial("threading/cpu:rust:std@100x1", Figures.ofWork(40, 2))
                .trial("threading/cpu:rust:std@100x4", Figures.ofWork(10, 2))
                .trial("threading/cpu:c:std@100x1", Figures.ofWork(40, 2))
                .trial("threading/cpu:c:std@100x4", Figures.ofWork(10, 2))
                .trial("compare/commands:command:baseline@0x1", Figures.withoutWork(30, 2))
                .trial("compare/commands:command:contender@0x1", Figures.withoutWork(10, 2))
                .analyze();
        assertThat(result.comparisons())
                .filteredOn(comparison -> comparison.metric() == Metric.WALL)
                .extracting(comparison -> comparison.baseline() + " -> " + comparison.contender())
                .containsExactlyInAnyOrder(
                        PYTHON + " -> " + RUST,
                        RUST + " -> " + C,
                        PYTHON + " -> numeric/nbody:python:numpy@100x1",
                        "threading/cpu:rust:std@100x1 -> threading/cpu:c:std@100x1",
                        "threading/cpu:rust:std@100x4 -> threading/cpu:c:std@100x4",
                        "threading/cpu:rust:std@100x1 -> threading/cpu:rust:std@100x4",
                        "threading/cpu:c:std@100x1 -> threading/cpu:c:std@100x4",
                        "compare/commands:command:baseline@0x1 -> compare/commands:command:contender@0x1");
        assertThat(result.comparisons())
                .filteredOn(comparison -> comparison.workload().equals("compare/commands"))
                .extracting(Comparison::metric)
                .containsExactly(Metric.WALL, Metric.CPU, Metric.PEAK);
    }

    @Test
    void ratioIsBaselineOverContenderWithoutWarmUps() {
        Comparison comparison = pair(400, 10, Metric.WORK);
        assertThat(comparison.estimate().value()).isCloseTo(40, within(0.4));
        assertThat(comparison.estimate().blocks()).isEqualTo(20);
        assertThat(interval95(comparison).contains(40)).isTrue();
        assertThat(comparison.verdict()).isEqualTo(Verdict.BETTER);
        assertThat(comparison.margin()).isEqualTo(1.02);
    }

    @Test
    void nativeProgramsNeedAWiderMargin() {
        RunResult result = Synthetic.run(2)
                .trial(RUST, Figures.ofWork(10.35, 2))
                .trial(C, Figures.ofWork(10, 2))
                .trial("threading/cpu:rust:std@100x1", Figures.ofWork(40, 2))
                .trial("threading/cpu:rust:std@100x4", Figures.ofWork(10, 2))
                .analyze();
        assertThat(find(result, RUST, C, Metric.WORK).margin()).isEqualTo(1.05);
        assertThat(find(result, RUST, C, Metric.WORK).verdict()).isEqualTo(Verdict.EQUIVALENT);
        // One build at two numbers of threads has one layout.
        assertThat(find(result, "threading/cpu:rust:std@100x1", "threading/cpu:rust:std@100x4", Metric.WORK)
                        .margin())
                .isEqualTo(1.02);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void swappingTheSidesInvertsExactly(long seed) {
        Recording recording = Synthetic.run(seed)
                .spread(0.03)
                .trial("compare/commands:command:baseline@0x1", Figures.withoutWork(10 + seed * 0.1, 2))
                .trial("compare/commands:command:contender@0x1", Figures.withoutWork(10, 2))
                .build();
        Comparison one = only(recording);
        Comparison other = only(swapped(recording));
        assertInverted(one.estimate().value(), other.estimate().value());
        for (int level : new int[] {90, 95}) {
            Interval first = Objects.requireNonNull(one.estimate().intervalAt(level));
            Interval second = Objects.requireNonNull(other.estimate().intervalAt(level));
            assertInverted(first.low(), second.high());
            assertInverted(first.high(), second.low());
        }
        Verdict mirrored = one.verdict() == Verdict.BETTER
                ? Verdict.WORSE
                : one.verdict() == Verdict.WORSE ? Verdict.BETTER : one.verdict();
        assertThat(other.verdict()).isEqualTo(mirrored);
        assertThat(other.reasons()).isEqualTo(one.reasons());
    }

    @Test
    void onlyBlocksThatBothSidesFinishedCount() {
        RunResult result = Synthetic.run(3)
                .trial(PYTHON, Figures.ofWork(400, 10))
                .trial(RUST, Figures.ofWork(10, 2))
                .cutAt(RUST, 10)
                .interrupted()
                .analyze();
        Comparison comparison = find(result, PYTHON, RUST, Metric.WORK);
        // Blocks 0 and 1 are warm-ups.
        assertThat(comparison.estimate().blocks()).isEqualTo(8);
        assertThat(comparison.verdict()).isEqualTo(Verdict.BETTER);
    }

    @Test
    void tooFewBlocksGiveARatioAndNoVerdict() {
        RunResult result = Synthetic.run(4)
                .blocks(5)
                .trial(PYTHON, Figures.ofWork(400, 10))
                .trial(RUST, Figures.ofWork(10, 2))
                .analyze();
        Comparison comparison = find(result, PYTHON, RUST, Metric.WORK);
        assertThat(comparison.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(comparison.estimate().at95()).isNull();
        assertThat(comparison.estimate().at90()).isNotNull();
    }

    @Test
    void failedSideLeavesNoComparison() {
        RunResult result = Synthetic.run(5)
                .trial(PYTHON, Figures.ofWork(400, 10))
                .failing(RUST, 7, "exited with code 1")
                .analyze();
        assertThat(result.comparisons()).isEmpty();
    }

    @Test
    void figureOfZeroIsNotAFigure() {
        RunResult result = Synthetic.run(6)
                .trial(PYTHON, new Figures(null, 1e6, 0, 1e6))
                .trial(RUST, Figures.withoutWork(1, 1))
                .analyze();
        assertThat(result.comparisons()).extracting(Comparison::metric).containsExactly(Metric.WALL, Metric.PEAK);
        assertThat(result.trial(TrialId.parse(PYTHON)).orElseThrow().typical()).doesNotContainKey(Metric.CPU);
        assertThat(result.warnings())
                .singleElement()
                .satisfies(warning ->
                        assertThat(warning.message()).contains(PYTHON).doesNotContain(RUST));
    }

    @Test
    void peaksComeFromOneModeOnBothSides() {
        Recording plain = Synthetic.run(7)
                .trial(PYTHON, Figures.ofWork(400, 3))
                .trial(RUST, Figures.ofWork(10, 2))
                .build();
        Recording oneSide = withMemory(plain, RUST);
        assertThat(find(analyze(oneSide), PYTHON, RUST, Metric.PEAK).estimate().value())
                .isCloseTo(1.5, within(0.1));
        RunResult both = analyze(withMemory(oneSide, PYTHON));
        assertThat(find(both, PYTHON, RUST, Metric.PEAK).estimate().value()).isEqualTo(1.0);
        assertThat(find(both, PYTHON, RUST, Metric.TREE_PEAK).estimate().value())
                .isEqualTo(1.0);
    }

    private static Comparison pair(double pythonMs, double rustMs, Metric metric) {
        RunResult result = Synthetic.run(8)
                .trial(PYTHON, Figures.ofWork(pythonMs, 10))
                .trial(RUST, Figures.ofWork(rustMs, 2))
                .analyze();
        return find(result, PYTHON, RUST, metric);
    }

    private static Comparison only(Recording recording) {
        return find(
                analyze(recording),
                "compare/commands:command:baseline@0x1",
                "compare/commands:command:contender@0x1",
                Metric.WALL);
    }

    private static RunResult analyze(Recording recording) {
        return Analysis.analyze(recording, Synthetic.ARTICLE, List.of());
    }

    private static Comparison find(RunResult result, String baseline, String contender, Metric metric) {
        return result.comparisons().stream()
                .filter(comparison -> comparison.baseline().equals(TrialId.parse(baseline))
                        && comparison.contender().equals(TrialId.parse(contender))
                        && comparison.metric() == metric)
                .findFirst()
                .orElseThrow();
    }

    private static Interval interval95(Comparison comparison) {
        return Objects.requireNonNull(comparison.estimate().at95());
    }

    /** The logarithms are each other's negatives to the last bit; exp rounds each by at most one unit. */
    private static void assertInverted(double one, double other) {
        assertThat(other).isCloseTo(1 / one, within(2 * Math.ulp(1 / one)));
    }

    private static Recording swapped(Recording recording) {
        List<Sample> samples = new ArrayList<>();
        for (Sample sample : recording.samples()) {
            TrialId id = sample.trial();
            String variant = id.variant().equals("baseline") ? "contender" : "baseline";
            boolean command = id.workload().equals("compare/commands");
            samples.add(
                    command
                            ? Samples.ofTrial(
                                    sample, new TrialId(id.workload(), id.runtime(), variant, id.size(), id.threads()))
                            : sample);
        }
        return new Recording(recording.header(), List.of(), samples, List.of(), List.of(), List.of(), recording.end());
    }

    private static Recording withMemory(Recording recording, String trial) {
        List<Sample> samples = new ArrayList<>(recording.samples());
        for (Sample sample : recording.samples()) {
            if (sample.trial().equals(TrialId.parse(trial))) {
                samples.add(Samples.inMemoryMode(sample, 1_900_000));
            }
        }
        return new Recording(recording.header(), List.of(), samples, List.of(), List.of(), List.of(), recording.end());
    }
}
