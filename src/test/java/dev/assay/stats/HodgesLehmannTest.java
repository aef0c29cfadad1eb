package dev.assay.stats;

import static dev.assay.stats.References.C;
import static dev.assay.stats.References.FOUR_THREADS;
import static dev.assay.stats.References.ONE_THREAD;
import static dev.assay.stats.References.PYTHON;
import static dev.assay.stats.References.RUST;
import static dev.assay.stats.References.logRatios;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HodgesLehmannTest {
    private static final HodgesLehmann RUST_TO_C = HodgesLehmann.of(logRatios(RUST, C));

    @Test
    void rustToC() {
        assertRatio(RUST_TO_C.value(), 1.0605736125);
        assertRatios(RUST_TO_C, 95, 1.0575973195, 1.0659327253);
        assertRatios(RUST_TO_C, 90, 1.0579484863, 1.0642292490);
        assertRatios(RUST_TO_C, 99, 1.0564915758, 1.2053910482);
    }

    @Test
    void pythonToRust() {
        HodgesLehmann location = HodgesLehmann.of(logRatios(PYTHON, RUST));
        assertThat(Math.exp(location.value())).isCloseTo(29.5719159702, within(1e-9));
        assertRatios(location, 95, 29.3627268072, 29.7237612891);
    }

    @Test
    void speedUpOfFourThreads() {
        HodgesLehmann location = HodgesLehmann.of(logRatios(ONE_THREAD, FOUR_THREADS));
        assertRatio(location.value(), .9793179792);
        assertRatios(location, 90, .9758452680, .9806758731);
    }

    @Test
    void exactPValues() {
        assertThat(2 * RUST_TO_C.pAbove(0)).isEqualTo(.00048828125);
        assertThat(RUST_TO_C.pBelow(Math.log(1.25))).isCloseTo(.00048828, within(1e-8));
        assertThat(RUST_TO_C.pBelow(Math.log(1.05))).isEqualTo(1.0);
    }

    /** A t test would give .243 here: one spike must not decide whether two programs are within 10 %. */
    @Test
    void oneSpikeDoesNotFlipTheVerdictAtTenPerCent() {
        assertThat(RUST_TO_C.pBelow(Math.log(1.10))).isCloseTo(.01708984, within(1e-8));
        Mean mean = Mean.ofSample(logRatios(RUST, C));
        assertThat(mean.pBelow(Math.log(1.10))).isCloseTo(.24298618, within(1e-8));
    }

    @Test
    void tooFewObservationsHaveNoInterval() {
        HodgesLehmann five = HodgesLehmann.of(1, 2, 3, 4, 5);
        assertThat(five.value()).isEqualTo(3);
        assertThat(five.interval(95)).isNull();
        assertThat(five.mean()).isNull();
        assertThat(five.interval(90)).isEqualTo(new Bounds(1, 5));
    }

    @Test
    void refusesAnInvalidObservation() {
        assertThatIllegalArgumentException().isThrownBy(HodgesLehmann::of);
        assertThatIllegalArgumentException().isThrownBy(() -> HodgesLehmann.of(1, Double.NEGATIVE_INFINITY));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void negatingTheObservationsNegatesEverything(long seed) {
        double[] values = sample(seed, 6 + (int) seed * 3, 0.3);
        HodgesLehmann location = HodgesLehmann.of(values);
        HodgesLehmann swapped =
                HodgesLehmann.of(Arrays.stream(values).map(value -> -value).toArray());
        assertThat(swapped.value()).isEqualTo(-location.value());
        for (int level : new int[] {90, 95}) {
            Bounds bounds = requireNonNull(location.interval(level));
            assertThat(swapped.interval(level)).isEqualTo(new Bounds(-bounds.high(), -bounds.low()));
        }
        assertThat(swapped.pBelow(-0.1)).isEqualTo(location.pAbove(0.1));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void shiftingTheObservationsShiftsEverything(long seed) {
        double[] values = sample(seed, 20, 0);
        HodgesLehmann location = HodgesLehmann.of(values);
        HodgesLehmann shifted =
                HodgesLehmann.of(Arrays.stream(values).map(value -> value + 3).toArray());
        assertThat(shifted.value()).isCloseTo(location.value() + 3, within(1e-12));
        Bounds bounds = requireNonNull(location.interval(95));
        assertThat(requireNonNull(shifted.interval(95)).low()).isCloseTo(bounds.low() + 3, within(1e-12));
        assertThat(requireNonNull(shifted.interval(95)).high()).isCloseTo(bounds.high() + 3, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25})
    void raisingAnObservationNeverLowersTheEstimate(long seed) {
        double[] values = sample(seed, 15, 0);
        double before = HodgesLehmann.of(values).value();
        values[(int) seed % values.length] += 1;
        assertThat(HodgesLehmann.of(values).value()).isGreaterThanOrEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34, 35})
    void intervalExcludesWhatItsTestRejects(long seed) {
        // Rounded values: ties and zeros must not break the duality.
        double[] values = Arrays.stream(sample(seed, 12, 1)).map(Math::rint).toArray();
        HodgesLehmann location = HodgesLehmann.of(values);
        Bounds bounds = requireNonNull(location.interval(95));
        for (double threshold = -3; threshold <= 5; threshold += 0.25) {
            assertThat(location.pAbove(threshold) <= 0.025).isEqualTo(bounds.low() > threshold);
            assertThat(location.pBelow(threshold) <= 0.025).isEqualTo(bounds.high() < threshold);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 12, 25})
    void intervalCoversAsPromised(int n) {
        int covered = 0;
        for (int round = 0; round < 2000; round++) {
            Bounds bounds = requireNonNull(
                    HodgesLehmann.of(sample(1000L * n + round, n, 0)).interval(95));
            covered += bounds.low() <= 0 && 0 <= bounds.high() ? 1 : 0;
        }
        // 95 % or a little more; 2000 rounds have a standard error of 0.5 %, and the seeds are fixed.
        assertThat(covered / 2000.0).isBetween(0.93, 0.99);
    }

    private static double[] sample(long seed, int n, double shift) {
        UniformRandomProvider random = RandomSource.SPLIT_MIX_64.create(seed);
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            // The sum of twelve uniforms less six is symmetric and close to normal.
            double sum = -6;
            for (int j = 0; j < 12; j++) {
                sum += random.nextDouble();
            }
            values[i] = shift + sum;
        }
        return values;
    }

    private static void assertRatio(double log, double ratio) {
        assertThat(Math.exp(log)).isCloseTo(ratio, within(1e-9));
    }

    private static void assertRatios(IntervalEstimate location, int level, double low, double high) {
        Bounds bounds = requireNonNull(location.interval(level));
        assertThat(Math.exp(bounds.low())).isCloseTo(low, within(1e-9));
        assertThat(Math.exp(bounds.high())).isCloseTo(high, within(1e-9));
    }
}
