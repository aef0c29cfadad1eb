package dev.assay.analysis.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.analysis.estimate.SeriesCheckResult.Kind;
import dev.assay.analysis.sample.BlockSeries;
import dev.assay.analysis.sample.BuildFactors;
import dev.assay.model.result.Comparison.Verdict;
import dev.assay.stats.Bounds;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesChecksTest {
    private static final int BLOCKS = 20;

    /** Every second block, as in ABAB. */
    private static final Set<Integer> LEADING = new TreeSet<>(
            IntStream.range(0, BLOCKS).filter(i -> i % 2 == 0).boxed().toList());

    @Test
    void driftIsFoundAndStraightened() {
        LogEstimate reading = checked(3, i -> 0.04 * (i / (BLOCKS - 1.0) - 0.5));
        SeriesCheckResult drift = doubt(reading, Kind.DRIFT);
        assertThat(drift.finding()).startsWith("by 4.").contains("from the first block to the last");
        assertThat(width(drift.corrected())).isLessThan(0.5 * width(reading));
        assertThat(drift.corrected().value()).isCloseTo(0.05, within(0.002));
    }

    /** The design's own example: a ratio of 40 is beyond doubt even where every block resembles the one before. */
    @Test
    void ratioOfFortySurvivesStrongAutocorrelation() {
        double[] wander = {0, .1, .2, .3, .4, .3, .2, .1, 0, -.1, -.2, -.3, -.4, -.3, -.2, -.1, 0, .1, .2, .3};
        LogEstimate reading = checked(4, i -> Math.log(40) - 0.05 + wander[i]);
        SeriesCheckResult doubt = doubt(reading, Kind.AUTOCORRELATED);
        assertThat(width(doubt.corrected())).isGreaterThan(2 * width(reading));
        VerdictRules.Judgement judgement = VerdictRules.of(reading, 1.02, 1.02, false);
        assertThat(judgement.verdict()).isEqualTo(Verdict.BETTER);
        assertThat(judgement.reasons()).anyMatch(reason -> reason.startsWith("autocorrelated: "));
    }

    @Test
    void orderEffectIsFoundByWhoRanFirst() {
        LogEstimate reading = checked(5, i -> i % 2 == 0 ? 0.02 : -0.02);
        SeriesCheckResult order = doubt(reading, Kind.ORDER);
        assertThat(order.finding()).startsWith("the two run orders differ by 4.");
        assertThat(width(order.corrected())).isLessThan(0.5 * width(reading));
        assertThat(LogEstimate.checked(series(5, i -> i % 2 == 0 ? 0.02 : -0.02), Set.of())
                        .doubts())
                .extracting(SeriesCheckResult::kind)
                .doesNotContain(Kind.ORDER);
    }

    /** Both levels must lead to the same verdict, for chance decides how often each comes. */
    @Test
    void twoLevelsAreBothComparedWithTheMargin() {
        double[] levels = {0, 0, 1, 0, 1, 1, 0, 0, 1, 0, 1, 1, 0, 1, 0, 0, 1, 0, 1, 1};
        LogEstimate reading = checked(6, i -> 0.1 * levels[i]);
        SeriesCheckResult bimodal = doubt(reading, Kind.BIMODAL);
        Bounds bounds = Objects.requireNonNull(bimodal.corrected().interval(95));
        assertThat(bounds.low()).isCloseTo(0.05, within(0.003));
        assertThat(bounds.high()).isCloseTo(0.15, within(0.003));
        assertThat(bimodal.finding()).startsWith("two levels 10.").endsWith("apart, of 10 and 10 blocks");
    }

    /** What only one of two programs does, in relation to others, may have happened by chance, and may not last. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneSideThatStepsIsComparedWithTheMarginOnBothLevels(boolean above) {
        IntToDoubleFunction step = i -> i < 8 ? 0 : 0.04;
        SeriesCheckResult level = doubt(disturbed(step, above), Kind.STEP_OF_ONE);
        assertThat(level.finding()).startsWith("one side alone steps by 4.").endsWith("from block 8 on");
        assertBounds(level, above ? 0.05 : 0.01, above ? 0.09 : 0.05);
    }

    /** Nobody knows where it started, nor where it will end. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneSideThatDriftsIsComparedWithTheMarginAtBothEnds(boolean above) {
        SeriesCheckResult drift = doubt(disturbed(i -> 0.002 * i, above), Kind.DRIFT_OF_ONE);
        assertThat(drift.finding())
                .startsWith("one side alone drifts, by ")
                .endsWith("from the first block to the last");
        assertBounds(drift, above ? 0.05 : 0.012, above ? 0.088 : 0.05);
    }

    @Test
    void oneSideThatWandersWidensTheInterval() {
        LogEstimate reading = disturbed(i -> 0.02 * Math.sin(i / 2.5), true);
        SeriesCheckResult wander = doubt(reading, Kind.WANDER_OF_ONE);
        assertThat(wander.finding())
                .matches("one side alone wanders, which makes the interval [2-4]\\.\\d\\d times as wide");
        assertThat(width(wander.corrected())).isGreaterThan(2 * width(reading));
    }

    /** A machine that moves both programs, but not the others, leaves the ratio where it is. */
    @Test
    void whatBothSidesDoIsNotOfOne() {
        IntToDoubleFunction step = i -> i < 8 ? 0 : 0.04;
        assertThat(LogEstimate.checked(
                                series(9, i -> 0),
                                LEADING,
                                BuildFactors.NONE,
                                List.of(series(12, step), series(11, step)))
                        .doubts())
                .isEmpty();
        assertThat(LogEstimate.checked(
                                series(9, i -> 0),
                                LEADING,
                                BuildFactors.NONE,
                                List.of(series(12, i -> 0), series(13, i -> 0)))
                        .doubts())
                .isEmpty();
    }

    private static LogEstimate disturbed(IntToDoubleFunction disturbance, boolean above) {
        int sign = above ? 1 : -1;
        BlockSeries side = series(11, disturbance);
        BlockSeries other = series(12, i -> 0);
        return LogEstimate.checked(
                series(9, i -> sign * disturbance.applyAsDouble(i)),
                LEADING,
                BuildFactors.NONE,
                above ? List.of(side, other) : List.of(other, side));
    }

    private static void assertBounds(SeriesCheckResult doubt, double low, double high) {
        Bounds bounds = Objects.requireNonNull(doubt.corrected().interval(95));
        assertThat(bounds.low()).isCloseTo(low, within(0.003));
        assertThat(bounds.high()).isCloseTo(high, within(0.003));
    }

    /** Peaks of memory come in pages: two of them are not two programs. */
    @Test
    void levelsThatLieHardlyApartAreNotTold() {
        TreeMap<Integer, Double> logs = new TreeMap<>();
        IntStream.range(0, BLOCKS).forEach(i -> logs.put(i, i % 3 == 0 ? 0.5 : 0.5004));
        assertThat(LogEstimate.checked(BlockSeries.of(logs), LEADING).doubts()).isEmpty();
    }

    @Test
    void neighborsThatDifferMoreThanOthersVoidNothing() {
        LogEstimate reading = LogEstimate.checked(series(7, i -> i % 2 == 0 ? 0.004 : -0.004), Set.of());
        assertThat(reading.doubts()).isEmpty();
    }

    /** Four checks at about one in a hundred each, and autocorrelation at one in twenty of which half is upwards. */
    @Test
    void cleanSeriesAreSeldomDoubted() {
        long doubted = IntStream.range(0, 1000)
                .filter(seed -> !checked(seed, i -> 0).doubts().isEmpty())
                .count();
        assertThat(doubted).isBetween(10L, 60L);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5})
    void tooFewBlocksHaveNoInterval(int blocks) {
        TreeMap<Integer, Double> logs = new TreeMap<>();
        IntStream.range(0, blocks).forEach(i -> logs.put(i, (double) i));
        assertThat(LogEstimate.checked(BlockSeries.of(logs), Set.of(0, 2)).doubts())
                .isEmpty();
    }

    @Test
    void meanHasTheDoubtsOfItsParts() {
        LogEstimate drifting = checked(3, i -> 0.04 * (i / (BLOCKS - 1.0) - 0.5));
        LogEstimate clean = checked(8, i -> 0);
        LogEstimate mean = LogEstimate.ofFixedSet(List.of(drifting, clean));
        SeriesCheckResult drift = doubt(mean, Kind.DRIFT);
        LogEstimate corrected =
                LogEstimate.ofFixedSet(List.of(doubt(drifting, Kind.DRIFT).corrected(), clean));
        assertThat(drift.corrected().interval(95)).isEqualTo(corrected.interval(95));
        assertThat(drift.finding()).isEqualTo(doubt(drifting, Kind.DRIFT).finding());
        assertThat(doubt(clean.over(drifting), Kind.DRIFT).corrected().interval(95))
                .isEqualTo(clean.over(doubt(drifting, Kind.DRIFT).corrected()).interval(95));
        assertThat(doubt(LogEstimate.ofFixedSet(List.of(drifting, drifting)), Kind.DRIFT)
                        .finding())
                .isEqualTo("in 2 of the series that it is made of");
        assertThat(LogEstimate.ofFixedSet(List.of(drifting))).isEqualTo(drifting);
    }

    private static LogEstimate checked(long seed, IntToDoubleFunction disturbance) {
        return LogEstimate.checked(series(seed, disturbance), LEADING);
    }

    /** A typical ratio of about 1.05 with a spread of 0.3 %. */
    private static BlockSeries series(long seed, IntToDoubleFunction disturbance) {
        UniformRandomProvider random = RandomSource.SPLIT_MIX_64.create(seed);
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        TreeMap<Integer, Double> logs = new TreeMap<>();
        for (int i = 0; i < BLOCKS; i++) {
            logs.put(i, 0.05 + disturbance.applyAsDouble(i) + 0.003 * normal.sample());
        }
        return BlockSeries.of(logs);
    }

    private static SeriesCheckResult doubt(LogEstimate reading, Kind kind) {
        return reading.doubts().stream()
                .filter(doubt -> doubt.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static double width(LogEstimate reading) {
        Bounds bounds = Objects.requireNonNull(reading.interval(95));
        return bounds.high() - bounds.low();
    }
}
