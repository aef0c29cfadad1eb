package dev.assay.analysis.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.FiguresBuilder;
import dev.assay.analysis.Rules;
import dev.assay.analysis.Synthetic;
import dev.assay.analysis.Synthetic.Figures;
import dev.assay.model.Metric;
import dev.assay.model.catalog.Condition.Estimator;
import dev.assay.model.result.Comparison;
import dev.assay.model.result.Comparison.Verdict;
import dev.assay.model.result.Estimate;
import dev.assay.model.result.Estimate.Kind;
import dev.assay.model.result.Interval;
import dev.assay.model.result.RunResult;
import dev.assay.model.result.Summary;
import dev.assay.model.run.PeakQuality;
import dev.assay.model.run.ProcessMeasurements;
import dev.assay.model.run.TrialId;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeakMemoryTest {
    private static final String PYTHON = "memory/trees:python:std@100x1";
    private static final String RUST = "memory/trees:rust:std@100x1";
    private static final double MIB = 1 << 20;

    private static ProcessMeasurements exact(double mib, double quantumMib) {
        return figures(mib, quantumMib).processes(1).tree(mib * MIB, mib * MIB).build();
    }

    private static ProcessMeasurements tree(double largestMib, double lowMib, double highMib, int processes) {
        return figures(largestMib, 0)
                .tree(lowMib * MIB, highMib * MIB)
                .processes(processes)
                .build();
    }

    private static FiguresBuilder figures(double mib, double quantumMib) {
        return new FiguresBuilder().peak(mib * MIB, PeakQuality.EXACT).quantum(Math.round(quantumMib * MIB));
    }

    private static Synthetic pair() {
        return Synthetic.run(1).trial(PYTHON, Figures.ofWork(400, 11)).trial(RUST, Figures.ofWork(10, 3));
    }

    /** Two programs of which the system says the same. */
    private static Synthetic alike() {
        return Synthetic.run(1).blocks(6).trial(PYTHON, Figures.ofWork(400, 12)).trial(RUST, Figures.ofWork(10, 12));
    }

    private static Estimate typical(RunResult result, String id, Metric metric) {
        return Objects.requireNonNull(
                result.trial(TrialId.parse(id)).orElseThrow().typical().get(metric));
    }

    private static Comparison comparison(RunResult result, Metric metric) {
        return result.comparisons().stream()
                .filter(each -> each.metric() == metric)
                .findFirst()
                .orElseThrow();
    }

    private static void assertRange(Estimate estimate, double value, double low, double high, int samples) {
        assertThat(estimate.kind()).isEqualTo(Kind.RANGE);
        assertThat(estimate.value()).isCloseTo(value, within(value * 1e-6));
        Interval range = Objects.requireNonNull(estimate.at95());
        assertThat(range.low()).isCloseTo(low, within(low * 1e-6));
        assertThat(range.high()).isCloseTo(high, within(high * 1e-6));
        assertThat(estimate.at90()).isEqualTo(range);
        assertThat(estimate.blocks()).isEqualTo(samples);
    }

    @Test
    void fewPeaksAreARangeWidenedByTheirQuanta() {
        RunResult result = pair().followed(PYTHON, exact(10.5, 1), exact(10, 0.25), exact(11, 1))
                .followed(RUST, exact(2, 0), exact(2.1, 0), exact(2, 0))
                .analyze();
        assertRange(typical(result, PYTHON, Metric.PEAK), 10.5 * MIB, 10 * MIB, 12 * MIB, 3);
        assertRange(typical(result, RUST, Metric.PEAK), 2 * MIB, 2 * MIB, 2.1 * MIB, 3);
        // 10.5 / 2, and in the worst cases 10 / 2.1 and 12 / 2; of three samples a quarter more of what either varied
        // by
        double more = Math.pow(11.0 / 10 * 2.1 / 2, 0.25);
        Comparison peak = comparison(result, Metric.PEAK);
        assertRange(peak.estimate(), 5.25, 10 / 2.1 / more, 6 * more, 3);
        assertThat(peak.verdict()).isEqualTo(Verdict.BETTER);
        assertThat(peak.reasons()).isEmpty();
    }

    @Test
    void ofAnEvenNumberTheMedianLiesBetweenTheMiddleTwo() {
        RunResult result = pair().followed(RUST, exact(2, 0), exact(3, 0), exact(4, 0), exact(9, 0))
                .analyze();
        assertRange(typical(result, RUST, Metric.PEAK), 3.5 * MIB, 2 * MIB, 9 * MIB, 4);
    }

    @Test
    void twoSamplesAreNoRange() {
        RunResult result = pair().followed(PYTHON, exact(10, 0), exact(10, 0))
                .followed(RUST, exact(2, 0), exact(2, 0), exact(2, 0))
                .analyze();
        Comparison peak = comparison(result, Metric.PEAK);
        assertThat(peak.estimate().value()).isCloseTo(5, within(1e-6));
        assertThat(peak.estimate().at95()).isNull();
        assertThat(peak.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(peak.reasons()).containsExactly("too few memory samples: 2; a range needs 3");
    }

    @Test
    void fromSixSamplesOnTheIntervalIsOneOfConfidence() {
        RunResult result =
                pair().followed(PYTHON, many(8, 10)).followed(RUST, many(8, 2)).analyze();
        Estimate peak = typical(result, PYTHON, Metric.PEAK);
        assertThat(peak.kind()).isEqualTo(Kind.CONFIDENCE);
        assertThat(peak.blocks()).isEqualTo(8);
        assertThat(comparison(result, Metric.PEAK).estimate().kind()).isEqualTo(Kind.CONFIDENCE);
        assertThat(comparison(result, Metric.PEAK).estimate().value()).isCloseTo(5, within(1e-6));
    }

    /** 10.0 and 10.4 MB that are known to 1 MB may be the same, however often they were read. */
    @ParameterizedTest
    @ValueSource(ints = {3, 6, 60})
    void theQuantumWidensHoweverManySamplesThereAre(int samples) {
        ProcessMeasurements[] first = new ProcessMeasurements[samples];
        ProcessMeasurements[] second = new ProcessMeasurements[samples];
        Arrays.fill(first, exact(10, 1));
        Arrays.fill(second, exact(10.4, 1));
        Comparison peak = comparison(
                alike().followed(PYTHON, first).followed(RUST, second).analyze(), Metric.PEAK);
        assertThat(peak.verdict()).isEqualTo(Verdict.UNCLEAR);
        Interval at95 = Objects.requireNonNull(peak.estimate().at95());
        assertThat(at95.low()).isCloseTo(10 / 11.4, within(1e-6));
        assertThat(at95.high()).isCloseTo(11 / 10.4, within(1e-6));
        Arrays.fill(second, exact(13, 1));
        assertThat(comparison(
                                alike().followed(PYTHON, first)
                                        .followed(RUST, second)
                                        .analyze(),
                                Metric.PEAK)
                        .verdict())
                .isEqualTo(Verdict.WORSE);
    }

    /** Of two threes of one kind all of the one lie below all of the other in one case of ten. */
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5})
    void fewSamplesOfOneProgramAreSeldomTwo(int samples) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(samples);
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        int apart = 0;
        for (int round = 0; round < 200; round++) {
            ProcessMeasurements[][] sides = new ProcessMeasurements[2][samples];
            for (ProcessMeasurements[] side : sides) {
                Arrays.setAll(side, i -> exact(10 * Math.exp(0.05 * normal.sample()), 0));
            }
            Comparison peak = comparison(
                    alike().followed(PYTHON, sides[0]).followed(RUST, sides[1]).analyze(), Metric.PEAK);
            apart += Objects.requireNonNull(peak.estimate().at95()).contains(1) ? 0 : 1;
        }
        assertThat(apart).isLessThanOrEqualTo(10);
    }

    private static ProcessMeasurements[] many(int count, double mib) {
        return IntStream.range(0, count)
                .mapToObj(i -> exact(mib * (1 + 0.01 * (i % 4)), 0))
                .toArray(ProcessMeasurements[]::new);
    }

    @Test
    void aRangeWidensTheIntervalOfTheOtherSide() {
        ProcessMeasurements[] steady = {exact(2, 0), exact(2, 0), exact(2, 0.2)};
        RunResult result =
                pair().followed(PYTHON, many(8, 10)).followed(RUST, steady).analyze();
        Interval alone =
                Objects.requireNonNull(typical(result, PYTHON, Metric.PEAK).at95());
        Estimate ratio = comparison(result, Metric.PEAK).estimate();
        assertThat(ratio.kind()).isEqualTo(Kind.MIXED);
        assertThat(ratio.blocks()).isEqualTo(3);
        // as wide as the interval of one side, and 2.2 / 2 wider at the end where the other may be larger
        Interval at95 = Objects.requireNonNull(ratio.at95());
        assertThat(at95.high() / at95.low()).isCloseTo(alone.high() / alone.low() * 1.1, within(1e-6));
    }

    @Test
    void theTreeIsARangeBetweenItsBoundsHoweverManySamplesThereAre() {
        ProcessMeasurements[] eight = new ProcessMeasurements[8];
        Arrays.fill(eight, tree(10, 28, 32, 4));
        eight[3] = tree(10, 27, 31, 4);
        RunResult result =
                pair().followed(PYTHON, eight).followed(RUST, many(3, 2)).analyze();
        assertRange(typical(result, PYTHON, Metric.TREE_PEAK), 32 * MIB, 27 * MIB, 32 * MIB, 8);
        assertThat(typical(result, PYTHON, Metric.PEAK).value()).isCloseTo(10 * MIB, within(1.0));
    }

    @Test
    void severalProcessesAreJudgedTogether() {
        RunResult result = pair().followed(PYTHON, tree(10, 28, 32, 5), tree(10, 28, 32, 5), tree(10, 28, 32, 5))
                .followed(RUST, exact(2, 0), exact(2, 0), exact(2, 0))
                .analyze();
        Comparison peak = comparison(result, Metric.PEAK);
        assertRange(peak.estimate(), 16, 14, 16, 3);
        assertThat(peak.reasons()).containsExactly("python:std is measured over its 5 processes together");
        assertThat(result.trial(TrialId.parse(PYTHON)).orElseThrow().memoryMetric())
                .isEqualTo(Metric.TREE_PEAK);
        assertThat(result.trial(TrialId.parse(RUST)).orElseThrow().memoryMetric())
                .isEqualTo(Metric.PEAK);
    }

    @Test
    void theTreeOfOneProcessSaysNothingMore() {
        RunResult result =
                pair().followed(PYTHON, many(3, 10)).followed(RUST, many(3, 2)).analyze();
        assertThat(result.comparisons()).extracting(Comparison::metric).doesNotContain(Metric.TREE_PEAK);
    }

    @Test
    void aSuiteOfRangesIsTheRangeOfItsMean() {
        RunResult result = pair().followed(PYTHON, exact(10, 0), exact(12, 0), exact(11, 0))
                .followed(RUST, exact(2, 0), exact(2, 0), exact(2, 0))
                .trial("memory/b:python:std@1x1", Figures.ofWork(400, 25))
                .trial("memory/b:rust:std@1x1", Figures.ofWork(10, 3))
                .followed("memory/b:python:std@1x1", exact(24, 0), exact(24, 3), exact(24, 0))
                .followed("memory/b:rust:std@1x1", exact(2, 0), exact(2, 0), exact(2, 0))
                .analyze(Rules.claim(Rules.measure(
                        Rules.quantity(Metric.PEAK, "memory", Estimator.SUITE, "python:std", "rust:std"),
                        "95 low >",
                        1.25)));
        Summary peak = result.summaries().stream()
                .filter(summary -> summary.metric() == Metric.PEAK)
                .findFirst()
                .orElseThrow();
        // the geometric means of 5.5 and 12, of 5 and 12, of 6 and 13.5; the first varied by 12 / 10, of which a
        // quarter comes to either end
        double more = Math.pow(1.2, 0.125);
        assertRange(peak.estimate(), 8.1240384, 7.7459667 / more, 9 * more, 3);
        assertThat(result.claims().get(0).sentence())
                .contains(
                        "Python needs 8.12 times as much peak memory as Rust over 2 workloads (7.57 to 9.21, range of 3 samples).");
    }

    @Test
    void aTreeThatOnlyOneSideKnowsJudgesNobody() {
        RunResult result = pair().followed(PYTHON, tree(10, 28, 32, 5), tree(10, 28, 32, 5))
                .analyze();
        Comparison peak = comparison(result, Metric.PEAK);
        assertThat(peak.estimate().value()).isCloseTo(11.0 / 3, within(0.1));
        assertThat(peak.reasons()).isEmpty();
    }

    /** Without a single followed process on one side both sides' peaks are those of timed processes, with an interval of confidence. */
    @Test
    void timedProcessesServeWhereNobodyWasFollowed() {
        RunResult result = pair().followed(PYTHON, exact(10, 0), exact(10, 0), exact(10, 0))
                .analyze();
        assertThat(typical(result, PYTHON, Metric.PEAK).value()).isCloseTo(10 * MIB, within(1.0));
        Comparison peak = comparison(result, Metric.PEAK);
        assertThat(peak.estimate().kind()).isEqualTo(Kind.CONFIDENCE);
        assertThat(peak.estimate().value()).isCloseTo(11.0 / 3, within(0.1));
    }
}
