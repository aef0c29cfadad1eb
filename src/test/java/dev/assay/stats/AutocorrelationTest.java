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

class AutocorrelationTest {
    private static final double[] WANDERING = {
        1., 1.2, 1.4, 1.3, 1.5, 1.7, 1.6, 1.9, 2.0, 1.8, 2.1, 2.3, 2.2, 2.1, 2.0, 1.8, 1.9, 1.7, 1.5, 1.6
    };

    @Test
    void rustToC() {
        Autocorrelation found = Autocorrelation.of(logRatios(RUST, C));
        assertThat(found.r1()).isCloseTo(-.1209010634, within(1e-9));
        assertThat(found.threshold()).isCloseTo(1.96 / Math.sqrt(12), within(1e-12));
        assertThat(found.corrected()).isCloseTo(-0.056351595034230706, within(1e-9));
        assertThat(found.fires()).isFalse();
        assertThat(found.widening()).isOne();
    }

    /** NumPy: sum(m[:-1] * m[1:]) / sum(m * m) for m = x - mean(x). */
    @Test
    void aWanderingSeriesIsWidenedAtMostToTheWorthOfOneBlock() {
        Autocorrelation found = Autocorrelation.of(WANDERING);
        assertThat(found.r1()).isCloseTo(0.743689745836985, within(1e-12));
        assertThat(found.fires()).isTrue();
        assertThat(found.corrected()).isCloseTo(19.0 / 21, within(1e-12));
        assertThat(found.widening()).isCloseTo(Math.sqrt(20), within(1e-9));
    }

    @Test
    void wideningGrowsWithTheCorrelation() {
        double before = 1;
        for (double r1 = -1; r1 <= 1; r1 += .01) {
            double widening = new Autocorrelation(12, r1).widening();
            assertThat(widening).isBetween(before, Math.sqrt(12) + 1e-9);
            before = widening;
        }
    }

    /** Even so a ratio of 40 to 1 that spreads by 10 % stays one. */
    @Test
    void aLargeRatioSurvivesSeventyPerCent() {
        Bounds bounds = new Bounds(Math.log(40) - .1, Math.log(40) + .1)
                .widened(Math.log(40), new Autocorrelation(12, .7).widening());
        assertThat(Math.exp(bounds.low())).isGreaterThan(25);
    }

    /** The correction undoes the bias in the mean of many series. */
    @ParameterizedTest
    @CsvSource({"12, 0", "12, .3", "20, .5", "30, .5"})
    void theCorrectionIsRightInTheMean(int n, double rho) {
        UniformRandomProvider random = Draws.random(n);
        double sum = 0;
        int rounds = 4000;
        for (int round = 0; round < rounds; round++) {
            double r1 = Autocorrelation.of(Draws.autoregressive(random, n, rho)).r1();
            sum += (n * r1 + 1) / (n - 4);
        }
        assertThat(sum / rounds).isCloseTo(rho, within(.03));
    }

    @ParameterizedTest
    @CsvSource({"10", "20", "50"})
    void firesSeldomOnIndependentValues(int n) {
        UniformRandomProvider random = Draws.random(n);
        int fired = 0;
        for (int round = 0; round < 4000; round++) {
            fired += Autocorrelation.of(Draws.normal(random, n)).fires() ? 1 : 0;
        }
        assertThat(fired / 4000.0).isBetween(.01, .055);
    }

    @Test
    void scaleAndSignDoNotMatter() {
        double r1 = Autocorrelation.of(WANDERING).r1();
        assertThat(Autocorrelation.of(Draws.scaled(1e-9, WANDERING)).r1()).isCloseTo(r1, within(1e-12));
        assertThat(Autocorrelation.of(Draws.negated(WANDERING)).r1()).isCloseTo(r1, within(1e-12));
        assertThat(Autocorrelation.of(Draws.shifted(100, WANDERING)).r1()).isCloseTo(r1, within(1e-9));
    }

    @Test
    void equalValuesAreNotCorrelated() {
        Autocorrelation equal = Autocorrelation.of(Draws.constant(.1, 10));
        assertThat(equal.r1()).isZero();
        assertThat(equal.fires()).isFalse();
    }

    @Test
    void threeAreTheFewest() {
        assertThat(Autocorrelation.of(1, 2, 3).corrected()).isEqualTo(.5);
        assertThatIllegalArgumentException().isThrownBy(() -> Autocorrelation.of(1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Autocorrelation(5, Double.NaN));
    }
}
