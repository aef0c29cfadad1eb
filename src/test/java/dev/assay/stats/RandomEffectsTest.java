package dev.assay.stats;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class RandomEffectsTest {
    private static final double[] A = {.05, -.01, -.01};
    private static final double[] B = {.02, .03, -.04};

    /** Every pair of builds twice; so symmetric that every Hodges-Lehmann estimate is a mean. */
    private static final int[] BUILDS_A = IntStream.range(0, 18).map(i -> i / 6).toArray();

    private static final int[] BUILDS_B =
            IntStream.range(0, 18).map(i -> i / 2 % 3).toArray();
    private static final double[] BALANCED = IntStream.range(0, 18)
            .mapToDouble(i -> .07 + A[BUILDS_A[i]] + B[BUILDS_B[i]] + (i % 2 == 0 ? .004 : -.004))
            .toArray();

    /** Blocks of two programs with three builds each, one block with a spike. */
    private static final double[] SPIKED = {
        -.0406, .1541, .0392, .0177, .0328, .4049, .1488, -.0409, .0441, .0948, -.0491, .0924, .0360, .0685
    };

    private static final int[] FIRST = {1, 0, 2, 1, 0, 2, 0, 1, 2, 2, 1, 0, 2, 1};
    private static final int[] SECOND = {0, 2, 1, 1, 0, 2, 2, 0, 1, 2, 0, 1, 1, 2};

    private static IntervalEstimate across(double[] values, int[]... builds) {
        RandomEffects effects = RandomEffects.of(values, List.of(builds));
        return effects.across(HodgesLehmann.of(effects.leveled()));
    }

    private static Bounds these(double[] values, int[]... builds) {
        RandomEffects effects = RandomEffects.of(values, List.of(builds));
        return requireNonNull(
                effects.within(HodgesLehmann.of(effects.leveled())).interval(95));
    }

    private static void assertBounds(IntervalEstimate location, int level, double low, double high, double tolerance) {
        Bounds bounds = requireNonNull(location.interval(level));
        assertThat(bounds.low()).isCloseTo(low, within(tolerance));
        assertThat(bounds.high()).isCloseTo(high, within(tolerance));
    }

    /** With one program of several builds it is Student's interval of the builds' levels: scipy.stats.t.interval(.95, 2, mean, sem). */
    @Test
    void theBuildsOfOneProgramAreASampleOfThree() {
        double[] alone = IntStream.range(0, 18)
                .mapToDouble(i -> BALANCED[i] - B[BUILDS_B[i]] + .01 / 3)
                .toArray();
        IntervalEstimate location = across(alone, BUILDS_A);
        assertThat(location.value()).isCloseTo(.0833333333, within(1e-9));
        assertBounds(location, 95, -.0027197213, .1693863879, 1e-9);
        assertBounds(location, 90, .0249336217, .1417330449, 1e-9);
        // scipy.stats.t.sf
        assertThat(location.pAbove(.03)).isCloseTo(.0582738957, within(1e-9));
    }

    /** The mean squares are those of statsmodels' anova_lm: .0072 and .0086; the noise beside them is too small to see. */
    @Test
    void theVarianceOfTwoProgramsIsThatOfTheTwoWayAnalysis() {
        AcrossLevels location = (AcrossLevels) across(BALANCED, BUILDS_A, BUILDS_B);
        assertThat(location.value()).isCloseTo(.0833333333, within(1e-9));
        assertThat(location.sampled().degreesOfFreedom()).isCloseTo(3.9688394277, within(1e-9));
        double error = location.sampled().standardError();
        assertThat(error * error).isBetween(.0008777778 - .00001, .0008777778);
    }

    /** By a program of its own in Python, with the signed-rank distribution and Student's quantiles of SciPy. */
    @Test
    void aSpikeMovesTheEffectsLittle() {
        IntervalEstimate location = across(SPIKED, FIRST, SECOND);
        assertThat(location.value()).isCloseTo(.0488, within(1e-7));
        assertBounds(location, 95, -.0700834984, .1676834984, 1e-6);
        Bounds these = these(SPIKED, FIRST, SECOND);
        assertThat(these.low()).isCloseTo(.0459159899, within(1e-6));
        assertThat(these.high()).isCloseTo(.0532466193, within(1e-6));
    }

    @Test
    void swappingTheProgramsTurnsSignsAndNothingElse() {
        Bounds there = requireNonNull(across(SPIKED, FIRST, SECOND).interval(95));
        Bounds back =
                requireNonNull(across(Draws.negated(SPIKED), SECOND, FIRST).interval(95));
        assertThat(back).isEqualTo(new Bounds(-there.high(), -there.low()));
    }

    @Test
    void oneBuildOfEachIsAsIfThereWereNone() {
        int[] one = new int[SPIKED.length];
        RandomEffects effects = RandomEffects.of(SPIKED, List.of(one, one));
        HodgesLehmann plain = HodgesLehmann.of(SPIKED);
        assertThat(effects.any()).isFalse();
        assertThat(effects.leveled()).containsExactly(SPIKED);
        assertThat(effects.across(plain)).isSameAs(plain);
        assertThat(effects.within(plain)).isSameAs(plain);
    }

    /** A program with one thread and with several takes the same builds: what they add is one effect and not two. */
    @Test
    void buildsThatAlwaysChangeTogetherAreOne() {
        assertThat(across(SPIKED, FIRST, FIRST.clone()).interval(95))
                .isEqualTo(across(SPIKED, FIRST).interval(95));
    }

    /** Builds count alike, however often each was taken. */
    @Test
    void theLocationIsThatOfBuildsThatCountAlike() {
        int[] often = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 2};
        double[] values =
                Arrays.stream(often).mapToDouble(build -> build == 0 ? .3 : 0).toArray();
        assertThat(across(values, often).value()).isCloseTo(.1, within(1e-12));
    }

    /** In fewer blocks nothing tells the builds from the noise; they then are in both intervals. */
    @Test
    void inEightBlocksTheBuildsStayInTheNoise() {
        double[] few = Arrays.copyOf(SPIKED, 8);
        int[] first = Arrays.copyOf(FIRST, 8);
        int[] second = Arrays.copyOf(SECOND, 8);
        assertThat(these(few, first, second)).isEqualTo(HodgesLehmann.of(few).interval(95));
        Bounds all = requireNonNull(across(few, first, second).interval(95));
        assertThat(all.high()).isGreaterThan(these(few, first, second).high() - 1e-12);
        assertThat(across(Arrays.copyOf(few, 5), Arrays.copyOf(first, 5)).interval(95))
                .isNull();
    }

    @Test
    void itIsNeverNarrowerThanThatOfTheseBuilds() {
        UniformRandomProvider random = Draws.random(5);
        for (int round = 0; round < 200; round++) {
            double[] values = Draws.normal(random, 14);
            IntervalEstimate location = across(values, FIRST, SECOND);
            for (int level : new int[] {90, 95}) {
                Bounds all = requireNonNull(location.interval(level));
                Bounds these = requireNonNull(((AcrossLevels) location).within().interval(level));
                assertThat(all.low()).isLessThanOrEqualTo(these.low());
                assertThat(all.high()).isGreaterThanOrEqualTo(these.high());
                double tail = (100 - level) / 200.0;
                assertThat(location.pAbove(all.low() - 1e-9)).isLessThanOrEqualTo(tail + 1e-3);
                assertThat(location.pBelow(all.high() + 1e-9)).isLessThanOrEqualTo(tail + 1e-3);
            }
        }
    }

    /** What is promised: 95 %, within for these builds and across for all; the noise is a third of what the builds add. */
    @Test
    void bothIntervalsCoverWhatTheyAreAbout() {
        UniformRandomProvider random = Draws.random(9);
        int rounds = 1000;
        int these = 0;
        int all = 0;
        for (int round = 0; round < rounds; round++) {
            double[] first = Draws.scaled(.06, Draws.normal(random, 3));
            double[] second = Draws.scaled(.06, Draws.normal(random, 3));
            double[] values = Draws.scaled(.02, Draws.normal(random, 14));
            for (int i = 0; i < values.length; i++) {
                values[i] += first[FIRST[i]] - second[SECOND[i]];
            }
            double truth = Arrays.stream(first).average().orElseThrow()
                    - Arrays.stream(second).average().orElseThrow();
            these += holds(these(values, FIRST, SECOND), truth) ? 1 : 0;
            all += holds(requireNonNull(across(values, FIRST, SECOND).interval(95)), 0) ? 1 : 0;
        }
        assertThat(these / (double) rounds).isBetween(.925, .97);
        assertThat(all / (double) rounds).isBetween(.945, .985);
    }

    private static boolean holds(Bounds bounds, double value) {
        return bounds.low() <= value && value <= bounds.high();
    }

    /** The variance of the builds' levels over their number and that of the blocks' location, their degrees of freedom by shares: a program of its own. */
    @Test
    void whatBlocksTellOfBuildsByThemselvesComesOnTopOfTheirNoise() {
        double[] blocks = {.10, .12, .09, .11, .13, .10, .12, .08, .11, .10};
        double[] effects = {.05, -.01, -.04};
        RandomEffects apart = RandomEffects.of(blocks, List.of(), List.of(effects));
        assertThat(apart.any()).isTrue();
        assertThat(apart.leveled()).containsExactly(blocks);
        HodgesLehmann location = HodgesLehmann.of(blocks);
        assertThat(apart.within(location)).isEqualTo(location);
        assertBounds(apart.across(location), 95, -.0081104689, .2181104689, 1e-9);
        double[] close = Arrays.stream(effects).map(effect -> effect / 100).toArray();
        RandomEffects alike = RandomEffects.of(blocks, List.of(), List.of(close));
        assertBounds(alike.across(location), 95, .0949629953, .1150370047, 1e-9);
    }
}
