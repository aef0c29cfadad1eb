package dev.assay.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.stats.SteadyState.Shape;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SteadyStateTest {
    private static final double TOLERANCE = .01;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aCompilerThatWarmsUpInSteps(long seed) {
        double[] series = levels(seed, 20, 3.0, 30, 1.5, 150, 1.0);
        SteadyState found = SteadyState.of(TOLERANCE, series);
        assertThat(found.shape()).isEqualTo(Shape.WARM_UP);
        assertThat(found.from()).isBetween(49, 52);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aSlowFirstRepetitionAlone(long seed) {
        double[] series = levels(seed, 1, 4.0, 59, 1.0);
        assertThat(SteadyState.of(TOLERANCE, series)).isEqualTo(new SteadyState(Shape.WARM_UP, 1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void oneThatBecomesSlower(long seed) {
        SteadyState found = SteadyState.of(TOLERANCE, levels(seed, 40, 1.0, 60, 1.3));
        assertThat(found.shape()).isEqualTo(Shape.SLOW_DOWN);
        assertThat(found.from()).isBetween(39, 42);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void oneThatGoesBackAndForth(long seed) {
        double[] series = levels(seed, 20, 1.0, 20, 1.3, 20, 1.0, 20, 1.3, 20, 1.0, 15, 1.3);
        assertThat(SteadyState.of(TOLERANCE, series)).isEqualTo(new SteadyState(Shape.UNSTEADY, series.length));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void oneThatIsFlatFromTheStart(long seed) {
        assertThat(SteadyState.of(TOLERANCE, levels(seed, 100, 1.0))).isEqualTo(new SteadyState(Shape.FLAT, 0));
    }

    @Test
    void aDisturbanceOfAFewIsNotALevel() {
        double[] series = levels(7, 50, 1.0, 4, 2.0, 50, 1.0);
        assertThat(SteadyState.of(TOLERANCE, series)).isEqualTo(new SteadyState(Shape.FLAT, 0));
    }

    @Test
    void levelsWithinTheToleranceAreOne() {
        double[] series = levels(9, 60, 1.005, 60, 1.0);
        assertThat(SteadyState.of(.02, series)).isEqualTo(new SteadyState(Shape.FLAT, 0));
        assertThat(SteadyState.of(0, levels(9, 60, 1.02, 60, 1.0)).shape()).isEqualTo(Shape.WARM_UP);
    }

    @Test
    void aChangeNearTheEndLeavesNothingSteady() {
        assertThat(SteadyState.of(TOLERANCE, levels(3, 90, 1.0, 8, 2.0)).shape())
                .isEqualTo(Shape.UNSTEADY);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void scaleAndPlaceDoNotMatter(long seed) {
        double[] series = levels(seed, 20, 3.0, 80, 1.0);
        SteadyState found = SteadyState.of(TOLERANCE, series);
        assertThat(SteadyState.of(TOLERANCE, Draws.shifted(-20, series))).isEqualTo(found);
        assertThat(SteadyState.of(8 * TOLERANCE, Draws.scaled(8, series))).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 50, 200})
    void cleanSeriesAreSeldomCut(int n) {
        UniformRandomProvider random = Draws.random(n);
        int cut = 0;
        for (int round = 0; round < 1000; round++) {
            cut += ChangePoints.starts(Draws.normal(random, n)).length > 1 ? 1 : 0;
        }
        assertThat(cut).isLessThanOrEqualTo(25);
    }

    @Test
    void aStepIsFoundWhereItIs() {
        double[] series = levels(4, 12, 1.0, 18, 1.2);
        assertThat(ChangePoints.starts(series)).containsExactly(0, 12);
    }

    /** Where most neighbors are equal, a clock too coarse for what it measures, a step is still one. */
    @Test
    void aCoarseClock() {
        double[] series = new double[40];
        Arrays.fill(series, 0, 10, 5);
        series[20] = .1;
        assertThat(SteadyState.of(TOLERANCE, series)).isEqualTo(new SteadyState(Shape.WARM_UP, 10));
    }

    @Test
    void equalAndFewValues() {
        assertThat(SteadyState.of(0, Draws.constant(.1, 30))).isEqualTo(new SteadyState(Shape.FLAT, 0));
        assertThat(SteadyState.of(0, 1, 1, 1, 1, 1)).isEqualTo(new SteadyState(Shape.FLAT, 0));
        assertThat(SteadyState.of(0, 1, 1)).isEqualTo(new SteadyState(Shape.UNSTEADY, 2));
        assertThat(SteadyState.of(0)).isEqualTo(new SteadyState(Shape.UNSTEADY, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> SteadyState.of(-1, 1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> SteadyState.of(0, Double.NaN));
    }

    /** Logarithms of times that spread by half a percent about levels: that many values, then their level. */
    private static double[] levels(long seed, double... counted) {
        UniformRandomProvider random = Draws.random(seed);
        double[] series = new double[0];
        for (int i = 0; i < counted.length; i += 2) {
            double[] stretch =
                    Draws.shifted(Math.log(counted[i + 1]), Draws.scaled(.005, Draws.normal(random, (int) counted[i])));
            int from = series.length;
            series = Arrays.copyOf(series, from + stretch.length);
            System.arraycopy(stretch, 0, series, from, stretch.length);
        }
        return series;
    }
}
