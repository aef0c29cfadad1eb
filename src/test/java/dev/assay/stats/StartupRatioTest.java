package dev.assay.stats;

import static dev.assay.stats.References.C;
import static dev.assay.stats.References.RUST;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartupRatioTest {
    private static final double[] RUST_STARTUP = {.402, .398, .405, .400, .399, .403, .401, .397, .404, .400, .402, .399
    };
    private static final double[] C_STARTUP = {.301, .305, .298, .302, .300, .304, .299, .303, .301, .300, .302, .298};
    private static final StartupRatio REFERENCE = StartupRatio.of(RUST, RUST_STARTUP, C, C_STARTUP);

    /** SciPy: the ratios R at which wilcoxon(N - R * D, alternative=..., method='exact') reaches .025 and .05, by bisection. */
    @Test
    void rustToCLessTheirStartUp() {
        assertThat(requireNonNull(REFERENCE.value())).isCloseTo(0.9459266548818788, within(1e-12));
        assertBounds(REFERENCE.interval(95), 0.9408033827, 0.9519774011, 1e-9);
        assertBounds(REFERENCE.interval(90), 0.9414285714, 0.9504600142, 1e-9);
    }

    /** One block in which the start-up took longer than the program. SciPy as above, over a grid of ratios of step .00173. */
    @Test
    void aNegativeDenominatorInOneBlockIsNotAnObstacle() {
        double[] above = {1.0, .9, 1.1, .95, 1.05, 1.02, .98, 1.2, .8, 1.01};
        double[] below = {.5, -.1, .6, .4, .7, .45, .55, .3, .65, .52};
        StartupRatio ratio = of(above, below);
        assertBounds(ratio.interval(95), 1.65441, 3.99856, .00173);
        assertThat(requireNonNull(ratio.value())).isBetween(1.66, 3.99);
    }

    @Test
    void noIntervalWhereTheDenominatorIsNotShownToBeAboveZero() {
        double[] above = {1, 1.1, .9, 1.05, .95, 1.02, .98, 1.01, .99, 1};
        double[] below = {.3, -.2, .1, -.1, .2, .25, -.15, .05, .1, -.05};
        assertThat(of(above, below).interval(95)).isNull();
        assertThat(of(above, Draws.negated(below)).value()).isNull();
        assertThat(of(above, new double[10]).value()).isNull();
    }

    @Test
    void aNumeratorThatIsNotShownReachesToZeroOrBelow() {
        double[] above = {.3, -.2, .1, -.1, .2, .25, -.15, .05, .1, -.05};
        double[] below = {1, 1.1, .9, 1.05, .95, 1.02, .98, 1.01, .99, 1};
        Bounds bounds = requireNonNull(of(above, below).interval(95));
        assertThat(bounds.low()).isNegative();
        assertThat(bounds.high()).isBetween(.05, .3);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void exchangingTheSidesInvertsEverything(long seed) {
        UniformRandomProvider random = Draws.random(seed);
        double[] above = Draws.shifted(10, Draws.normal(random, 12));
        double[] below = Draws.shifted(20, Draws.normal(random, 12));
        Bounds bounds = requireNonNull(of(above, below).interval(95));
        assertBounds(of(below, above).interval(95), 1 / bounds.high(), 1 / bounds.low(), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void scalingOneSideScalesTheRatio(long seed) {
        UniformRandomProvider random = Draws.random(seed);
        double[] above = Draws.shifted(5, Draws.normal(random, 15));
        double[] below = Draws.shifted(9, Draws.normal(random, 15));
        Bounds bounds = requireNonNull(of(above, below).interval(90));
        assertBounds(of(Draws.scaled(8, above), below).interval(90), 8 * bounds.low(), 8 * bounds.high(), 1e-12);
    }

    /** Without start-up and with a steady denominator it is the interval of the numerator. */
    @Test
    void aSteadyDenominatorOnlyDivides() {
        double[] values = Draws.shifted(10, Draws.normal(5, 12));
        Bounds bounds = requireNonNull(HodgesLehmann.of(values).interval(95));
        StartupRatio ratio = of(values, Draws.constant(2, 12));
        assertBounds(ratio.interval(95), bounds.low() / 2, bounds.high() / 2, 1e-12);
        assertThat(requireNonNull(ratio.value()))
                .isCloseTo(HodgesLehmann.of(values).value() / 2, within(1e-12));
    }

    /**
     * Start-up is 80 % of both costs, so a spread of 1 to 5 % of the cost is up to a quarter of what is left of the denominator. Some of the
     * last have no interval; those are not counted.
     */
    @ParameterizedTest
    @CsvSource({"10, .01", "20, .01", "10, .05", "20, .05"})
    void coversAsPromised(int n, double spread) {
        UniformRandomProvider random = Draws.random(31L * n);
        int covered = 0;
        int known = 0;
        for (int round = 0; round < 2000; round++) {
            double[] first = noisy(random, n, 1.3, spread);
            double[] firstStartup = noisy(random, n, 1, spread);
            double[] second = noisy(random, n, 1, spread);
            double[] secondStartup = noisy(random, n, .8, spread);
            Bounds bounds =
                    StartupRatio.of(first, firstStartup, second, secondStartup).interval(95);
            if (bounds != null) {
                known++;
                covered += bounds.low() <= 1.5 && 1.5 <= bounds.high() ? 1 : 0;
            }
        }
        assertThat(known).isGreaterThan(1900);
        assertThat(covered / (double) known).isBetween(.935, .975);
    }

    private static double[] noisy(UniformRandomProvider random, int n, double cost, double spread) {
        return Arrays.stream(Draws.normal(random, n))
                .map(value -> cost * (1 + spread * value))
                .toArray();
    }

    @Test
    void fewAndEqualBlocks() {
        StartupRatio one = of(new double[] {3}, new double[] {2});
        assertThat(one.value()).isEqualTo(1.5);
        assertThat(one.interval(90)).isNull();
        StartupRatio equal = of(Draws.constant(3, 6), Draws.constant(2, 6));
        assertThat(equal.interval(95)).isEqualTo(new Bounds(1.5, 1.5));
        StartupRatio nothing = of(new double[6], Draws.constant(2, 6));
        assertThat(nothing.interval(95)).isEqualTo(new Bounds(0, 0));
    }

    @Test
    void refusesWhatIsNotPaired() {
        double[] two = {1, 2};
        double[] one = {1};
        assertThatIllegalArgumentException().isThrownBy(() -> StartupRatio.of(two, two, one, one));
        assertThatIllegalArgumentException().isThrownBy(() -> StartupRatio.of(two, one, two, two));
        assertThatIllegalArgumentException().isThrownBy(() -> of(new double[0], new double[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> of(new double[] {Double.NaN}, one));
    }

    private static StartupRatio of(double[] above, double[] below) {
        return StartupRatio.of(above, new double[above.length], below, new double[below.length]);
    }

    private static void assertBounds(@Nullable Bounds bounds, double low, double high, double tolerance) {
        Bounds known = requireNonNull(bounds);
        assertThat(known.low()).isCloseTo(low, within(tolerance));
        assertThat(known.high()).isCloseTo(high, within(tolerance));
    }
}
