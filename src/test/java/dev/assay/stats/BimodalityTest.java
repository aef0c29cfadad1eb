package dev.assay.stats;

import static dev.assay.stats.References.C;
import static dev.assay.stats.References.RUST;
import static dev.assay.stats.References.logRatios;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BimodalityTest {
    private static final double[] TWO = {1.00, 1.02, 1.50, 1.01, 1.03, 1.52, 1.49, 1.02, 1.51, 1.50, 1.01, 1.53};

    /** NumPy: the split of the sorted values with the least sum of squares; sqrt(2) * gap / sqrt(var(a, ddof=1) + var(b, ddof=1)). */
    @Test
    void twoHeaps() {
        Bimodality found = Bimodality.of(TWO);
        assertThat(found.lower()).isEqualTo(6);
        assertThat(found.lowerMean()).isCloseTo(1.015, within(1e-12));
        assertThat(found.upperMean()).isCloseTo(9.05 / 6, within(1e-12));
        assertThat(found.distance()).isCloseTo(38.601399290840234, within(1e-9));
        assertThat(found.fires()).isTrue();
    }

    /** NumPy, as above. */
    @Test
    void oneSpikeIsNotAHeap() {
        Bimodality found = Bimodality.of(logRatios(RUST, C));
        assertThat(found.lower()).isEqualTo(9);
        assertThat(found.distance()).isCloseTo(0.8836378430499688, within(1e-9));
        assertThat(found.fires()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"10, 7.5", "15, 7.0", "20, 6.5", "25, 5.85", "30, 5.2", "40, 4.8", "50, 4.4", "500, 4.4"})
    void thresholdLiesOnStraightLines(int n, double threshold) {
        assertThat(Bimodality.of(new double[n]).threshold()).isCloseTo(threshold, within(1e-12));
    }

    @Test
    void fewerThanTenAreNeverTwoHeaps() {
        Bimodality nine = Bimodality.of(1, 1, 1, 1, 2, 2, 2, 2, 2);
        assertThat(nine.distance()).isInfinite();
        assertThat(nine.fires()).isFalse();
        assertThat(Bimodality.of(1, 2, 3, 4, 5).distance()).isZero();
        assertThat(Bimodality.of().fires()).isFalse();
    }

    @Test
    void twoValuesWithoutSpreadAreTwoHeaps() {
        Bimodality found = Bimodality.of(7, 7, 7, 7, 7, 8, 8, 8, 8, 8);
        assertThat(found.distance()).isInfinite();
        assertThat(found.fires()).isTrue();
        assertThat(Bimodality.of(Draws.constant(.1, 10)).distance()).isZero();
        // two are too few for a heap of their own
        assertThat(Bimodality.of(7, 7, 7, 7, 7, 7, 7, 7, 8, 8).fires()).isFalse();
    }

    /** Of 30 values a heap has at least five. */
    @Test
    void aSideHasItsShare() {
        double[] values = Draws.scaled(.01, Draws.normal(6, 30));
        for (int i = 0; i < 4; i++) {
            values[7 * i] += 1;
        }
        assertThat(Bimodality.of(values).lower()).isEqualTo(25);
        assertThat(Bimodality.of(values).fires()).isFalse();
        values[1] += 1;
        assertThat(Bimodality.of(values).fires()).isTrue();
    }

    @Test
    void scaleAndSignDoNotMatter() {
        double distance = Bimodality.of(TWO).distance();
        assertThat(Bimodality.of(Draws.scaled(1e-6, TWO)).distance()).isCloseTo(distance, within(1e-6));
        assertThat(Bimodality.of(Draws.negated(TWO)).distance()).isCloseTo(distance, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"10", "20", "30", "50"})
    void firesHardlyEverOnOneHeap(int n) {
        UniformRandomProvider random = Draws.random(n);
        int fired = 0;
        for (int round = 0; round < 2000; round++) {
            fired += Bimodality.of(Draws.normal(random, n)).fires() ? 1 : 0;
        }
        assertThat(fired).isLessThanOrEqualTo(12);
    }

    @Test
    void refusesAnInvalidNumber() {
        assertThatIllegalArgumentException().isThrownBy(() -> Bimodality.of(1, Double.NaN));
    }
}
