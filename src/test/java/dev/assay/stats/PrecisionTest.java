package dev.assay.stats;

import static dev.assay.stats.References.C;
import static dev.assay.stats.References.RUST;
import static dev.assay.stats.References.logRatios;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class PrecisionTest {

    @Test
    void halfWidthIsAShareOfTheRatio() {
        // expm1((log(1.0659327253) - log(1.0575973195)) / 2)
        assertThat(Precision.of(HodgesLehmann.of(logRatios(RUST, C)).interval(95)))
                .isCloseTo(0.003932993337603555, within(1e-9));
        assertThat(Precision.of(new Bounds(-Math.log(1.02), Math.log(1.02)))).isCloseTo(.02, within(1e-12));
        assertThat(Precision.of(null)).isInfinite();
    }

    @Test
    void looksAfterTenAndThenAfterEveryTwo() {
        assertThat(List.of(0, 6, 8, 9, 11, 13)).noneMatch(Precision::looksAfter);
        assertThat(List.of(10, 12, 14, 100)).allMatch(Precision::looksAfter);
    }

    @Test
    void stopsWhereTheIntervalIsNarrowEnough() {
        double[] logs = logRatios(RUST, C);
        assertThat(new Precision(.004).isReached(logs)).isTrue();
        assertThat(new Precision(.0039).isReached(logs)).isFalse();
    }

    @Test
    void neverStopsBetweenLooks() {
        assertThat(new Precision(.02).isReached(new double[10])).isTrue();
        assertThat(new Precision(.02).isReached(new double[11])).isFalse();
        assertThat(new Precision(.02).isReached(new double[8])).isFalse();
        assertThat(new Precision(.02).isReached()).isFalse();
    }

    @Test
    void whereTheIntervalLiesPlaysNoPart() {
        double[] logs = logRatios(RUST, C);
        Precision precision = new Precision(.004);
        assertThat(precision.isReached(Draws.shifted(-.06, logs))).isTrue();
        assertThat(precision.isReached(Draws.negated(logs))).isTrue();
    }

    /** Between looks nothing is chosen by its outcome, but narrow intervals are: a little is lost of 95 %. */
    @Test
    void coversNearlyAsPromisedWhereItStops() {
        Precision precision = new Precision(.02);
        UniformRandomProvider random = Draws.random(77);
        int covered = 0;
        int rounds = 1000;
        for (int round = 0; round < rounds; round++) {
            double[] all = Draws.scaled(.04, Draws.normal(random, 60));
            int n = Precision.FEWEST;
            while (n < all.length && !precision.isReached(Arrays.copyOf(all, n))) {
                n += Precision.STEP;
            }
            Bounds bounds = HodgesLehmann.of(Arrays.copyOf(all, n)).interval(95);
            covered += bounds != null && bounds.low() <= 0 && 0 <= bounds.high() ? 1 : 0;
        }
        assertThat(covered / (double) rounds).isBetween(.90, .97);
    }

    @Test
    void refusesWhatIsNoPrecision() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Precision(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Precision(Double.NaN));
    }
}
