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
        assertThat(Precision.halfWidth(HodgesLehmann.of(logRatios(RUST, C)).interval(95)))
                .isCloseTo(0.003932993337603555, within(1e-9));
        assertThat(Precision.halfWidth(new Bounds(-Math.log(1.02), Math.log(1.02))))
                .isCloseTo(.02, within(1e-12));
        assertThat(Precision.halfWidth(null)).isInfinite();
    }

    @Test
    void looksAfterTenAndThenAfterEveryTwo() {
        assertThat(List.of(0, 6, 8, 9, 11, 13)).noneMatch(Precision::looksAfter);
        assertThat(List.of(10, 12, 14, 100)).allMatch(Precision::looksAfter);
    }

    /** The reference's interval is narrow after 12 blocks for the first time: a spike is among the first 10. */
    @Test
    void stopsTwoBlocksAfterTheIntervalWasNarrowTwice() {
        double[] logs = longer();
        Precision precision = new Precision(.0049);
        assertThat(List.of(10, 12, 14)).noneMatch(n -> precision.isReached(Arrays.copyOf(logs, n)));
        assertThat(precision.isReached(logs)).isTrue();
        assertThat(new Precision(.0039).isReached(logs)).isFalse();
    }

    /** What is measured last is not what the decision was made by. */
    @Test
    void theLastStepDecidesNothing() {
        double[] logs = longer();
        logs[14] = 5;
        logs[15] = -5;
        assertThat(new Precision(.0049).isReached(logs)).isTrue();
        logs[13] = 5;
        logs[12] = -5;
        assertThat(new Precision(.0049).isReached(logs)).isFalse();
    }

    /** The reference's log ratios, and four of them again. */
    private static double[] longer() {
        double[] logs = logRatios(RUST, C);
        double[] longer = Arrays.copyOf(logs, 16);
        System.arraycopy(logs, 5, longer, 12, 4);
        return longer;
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
        double[] logs = longer();
        Precision precision = new Precision(.0049);
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
        assertThat(covered / (double) rounds).isBetween(.92, .97);
    }

    @Test
    void refusesAnInvalidPrecision() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Precision(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Precision(Double.NaN));
    }
}
