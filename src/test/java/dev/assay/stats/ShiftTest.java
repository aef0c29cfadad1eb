package dev.assay.stats;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShiftTest {
    private static final double[] RUST =
            Arrays.stream(References.RUST).map(Math::log).toArray();
    private static final double[] C =
            Arrays.stream(References.C).limit(9).map(Math::log).toArray();

    /** NumPy: median and order statistics of subtract.outer(x, y), the depths from the exact distribution. */
    @Test
    void rustToNineOfC() {
        Shift shift = Shift.of(RUST, C);
        assertThat(Math.exp(shift.value())).isCloseTo(1.0601687074839954, within(1e-12));
        assertRatios(shift, 95, 1.0525272547, 1.0688622754);
        assertRatios(shift, 90, 1.0537848606, 1.0669950739);
    }

    /** SciPy: mannwhitneyu(x - log(1.05), y, alternative='greater', method='exact'), and 'less' for 1.08. */
    @Test
    void exactPValues() {
        Shift shift = Shift.of(RUST, C);
        assertThat(shift.pAbove(Math.log(1.05))).isCloseTo(0.0046439628482972135, within(1e-12));
        assertThat(shift.pBelow(Math.log(1.08))).isCloseTo(0.0006532167522879597, within(1e-12));
    }

    /** SciPy: mannwhitneyu(arange(150) + .5, arange(120) * sqrt(2), alternative='less', method='asymptotic'). */
    @Test
    void approximatePValues() {
        double[] first = new double[150];
        Arrays.setAll(first, i -> i + .5);
        double[] second = new double[120];
        Arrays.setAll(second, i -> i * Math.sqrt(2));
        assertThat(Shift.of(first, second).pBelow(0)).isCloseTo(0.06437615226388578, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void exchangingTheSamplesNegatesEverything(long seed) {
        double[] first = Draws.normal(seed, 9);
        double[] second = Draws.normal(seed + 100, 14);
        Shift shift = Shift.of(first, second);
        Shift swapped = Shift.of(second, first);
        assertThat(swapped.value()).isEqualTo(-shift.value());
        Bounds bounds = requireNonNull(shift.interval(95));
        assertThat(swapped.interval(95)).isEqualTo(new Bounds(-bounds.high(), -bounds.low()));
        assertThat(swapped.pBelow(-.2)).isEqualTo(shift.pAbove(.2));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void intervalExcludesWhatItsTestRejects(long seed) {
        double[] first = Arrays.stream(Draws.normal(seed, 10)).map(Math::rint).toArray();
        double[] second =
                Arrays.stream(Draws.normal(seed + 100, 7)).map(Math::rint).toArray();
        Shift shift = Shift.of(first, second);
        Bounds bounds = requireNonNull(shift.interval(95));
        for (double threshold = -4; threshold <= 4; threshold += .25) {
            assertThat(shift.pAbove(threshold) <= .025).isEqualTo(bounds.low() > threshold);
            assertThat(shift.pBelow(threshold) <= .025).isEqualTo(bounds.high() < threshold);
        }
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "10, 10", "8, 20"})
    void intervalCoversAsPromised(int m, int n) {
        UniformRandomProvider random = Draws.random(100L * m + n);
        int covered = 0;
        for (int round = 0; round < 2000; round++) {
            Bounds bounds = requireNonNull(
                    Shift.of(Draws.normal(random, m), Draws.normal(random, n)).interval(95));
            covered += bounds.low() <= 0 && 0 <= bounds.high() ? 1 : 0;
        }
        assertThat(covered / 2000.0).isBetween(.935, .98);
    }

    @Test
    void tooFewObservationsLeaveNoInterval() {
        Shift one = Shift.of(new double[] {3}, new double[] {1});
        assertThat(one.value()).isEqualTo(2);
        assertThat(one.interval(95)).isNull();
        assertThat(one.mean()).isNull();
        assertThat(one.pAbove(0)).isEqualTo(.5);
        assertThat(Shift.of(new double[] {1, 2, 3}, new double[] {1, 2, 3}).interval(95))
                .isNull();
        assertThat(Shift.of(new double[4], new double[4]).interval(95)).isEqualTo(new Bounds(0, 0));
    }

    @Test
    void standardErrorIsTakenFromTheRankInterval() {
        Mean mean = requireNonNull(Shift.of(RUST, C).mean());
        assertThat(mean.degreesOfFreedom()).isEqualTo(19);
        assertThat(mean.interval(95).high() - mean.interval(95).low())
                .isCloseTo(Math.log(1.0688622754 / 1.0525272547), within(1e-9));
    }

    @Test
    void refusesAnInvalidSample() {
        assertThatIllegalArgumentException().isThrownBy(() -> Shift.of(new double[0], C));
        assertThatIllegalArgumentException().isThrownBy(() -> Shift.of(C, new double[] {Double.NaN}));
    }

    private static void assertRatios(IntervalEstimate location, int level, double low, double high) {
        Bounds bounds = requireNonNull(location.interval(level));
        assertThat(Math.exp(bounds.low())).isCloseTo(low, within(1e-9));
        assertThat(Math.exp(bounds.high())).isCloseTo(high, within(1e-9));
    }
}
