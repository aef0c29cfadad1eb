package dev.assay.stats;

import static dev.assay.stats.References.C;
import static dev.assay.stats.References.RUST;
import static dev.assay.stats.References.logRatios;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrendTest {
    private static final double[] RISING = {1.00, 1.01, 1.03, 1.02, 1.05, 1.04, 1.07, 1.06, 1.09, 1.08, 1.11, 1.12};

    /** SciPy: kendalltau(range(12), d), theilslopes(d, range(12)). */
    @Test
    void rustToC() {
        Trend trend = Trend.of(logRatios(RUST, C));
        assertThat(trend.tau()).isCloseTo(.0909090909, within(1e-9));
        assertThat(trend.p()).isCloseTo(.7373055246579552, within(1e-12));
        assertThat(trend.slope()).isCloseTo(0.00014806603982999678, within(1e-15));
        assertThat(trend.fires()).isFalse();
    }

    /** SciPy: the same calls. */
    @Test
    void aRisingSeries() {
        Trend trend = Trend.of(RISING);
        assertThat(trend.tau()).isCloseTo(0.8787878787878787, within(1e-12));
        assertThat(trend.p()).isCloseTo(5.319397680508792e-06, within(1e-15));
        assertThat(trend.slope()).isCloseTo(.01, within(1e-12));
        assertThat(trend.fires()).isTrue();
    }

    @Test
    void whatDoesNotFireIsNotFound() {
        assertThat(Trend.found(RISING)).isEqualTo(Trend.of(RISING));
        assertThat(Trend.found(logRatios(RUST, C))).isNull();
    }

    /** SciPy: kendalltau(range(10), t, method='asymptotic'), which corrects for ties; theilslopes(t, range(10)). */
    @Test
    void ties() {
        Trend trend = Trend.of(1, 2, 2, 3, 3, 3, 5, 4, 5, 6);
        assertThat(trend.tau()).isCloseTo(0.8956685895029601, within(1e-12));
        assertThat(trend.p()).isCloseTo(0.0005040671807227426, within(1e-12));
        assertThat(trend.slope()).isEqualTo(.5);
    }

    @Test
    void inversionsAreThoseOfAllOrdersCounted() {
        // of 4 values: 1, 3, 5, 6, 5, 3, 1 orders with 0 to 6 inversions
        Inversions four = Inversions.of(4);
        int[] atMost = {1, 4, 9, 15, 20, 23, 24};
        for (int i = 0; i < atMost.length; i++) {
            assertThat(four.atMost(i)).isCloseTo(atMost[i] / 24.0, within(1e-15));
        }
        assertThat(four.atMost(-1)).isZero();
        assertThat(Inversions.of(1).atMost(0)).isOne();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void mirrorsAndScales(long seed) {
        double[] values = Draws.normal(seed, 15);
        Trend trend = Trend.of(values);
        Trend negated = Trend.of(Draws.negated(values));
        assertThat(negated.tau()).isEqualTo(-trend.tau());
        assertThat(negated.p()).isEqualTo(trend.p());
        assertThat(negated.slope()).isEqualTo(-trend.slope());
        assertThat(Trend.of(Draws.scaled(4, values)).slope()).isEqualTo(4 * trend.slope());
        assertThat(Trend.of(Arrays.stream(values).map(Math::exp).toArray()).tau())
                .isEqualTo(trend.tau());
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void whatIsRemovedIsGone(long seed) {
        double[] values = Draws.normal(seed, 14);
        for (int i = 0; i < values.length; i++) {
            values[i] += .5 * i;
        }
        Trend trend = Trend.of(values);
        double[] level = trend.removeFrom(values);
        assertThat(trend.fires()).isTrue();
        assertThat(Trend.of(level).slope()).isCloseTo(0, within(1e-12));
        assertThat(Trend.of(level).fires()).isFalse();
        assertThat(Mean.ofSample(level).value()).isCloseTo(Mean.ofSample(values).value(), within(1e-12));
    }

    /** A p-value of the approximation and of the exact distribution, about where the one takes over. */
    @Test
    void approximationTakesOverWhereExactEnds() {
        double[] values = Draws.normal(3, 101);
        double exact = Trend.of(Arrays.copyOf(values, 100)).p();
        assertThat(Trend.of(values).p()).isCloseTo(exact, within(.06));
    }

    @Test
    void firesOnOneInAHundred() {
        UniformRandomProvider random = Draws.random(8);
        int fired = 0;
        for (int round = 0; round < 4000; round++) {
            fired += Trend.of(Draws.normal(random, 12)).fires() ? 1 : 0;
        }
        assertThat(fired / 4000.0).isBetween(.003, .013);
    }

    @Test
    void equalAndFewValues() {
        assertThat(Trend.of(Draws.constant(3, 10))).isEqualTo(new Trend(0, 1, 0));
        assertThat(Trend.of(1, 1)).isEqualTo(new Trend(0, 1, 0));
        assertThat(Trend.of(1, 3)).isEqualTo(new Trend(1, 1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> Trend.of(1));
        assertThatIllegalArgumentException().isThrownBy(() -> Trend.of(1, Double.NaN));
    }
}
