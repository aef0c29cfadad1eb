package dev.assay.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    @Test
    void countsTheSlowBlocksAtTheStart() {
        assertThat(WarmUp.length(1.01, 1, 1.02, .99, 1, 1.01)).isZero();
        assertThat(WarmUp.length(1.5, 1, 1.02, .99, 1, 1.01)).isOne();
        assertThat(WarmUp.length(2, 1.5, 1, 1.02, .99, 1, 1.01)).isEqualTo(2);
        assertThat(WarmUp.length(1.5, 2, 1, 1.02, .99, 1, 1.01)).isEqualTo(2);
    }

    @Test
    void aSpikeLaterOnIsNotAWarmUp() {
        assertThat(WarmUp.length(1, 1.01, 3, 1.02, .99, 1, 1.01)).isZero();
    }

    @Test
    void aFastStartIsNotAWarmUp() {
        assertThat(WarmUp.length(.5, 1, 1.02, .99, 1, 1.01)).isZero();
    }

    /** Half of the series at most: then the rest is no longer what is usual. */
    @Test
    void isAtMostHalf() {
        assertThat(WarmUp.length(9, 9, 9, 9, 1, 1, 1, 1)).isEqualTo(4);
        assertThat(WarmUp.length(9, 9, 9, 9, 9, 1, 1, 1, 1)).isEqualTo(4);
        assertThat(WarmUp.length(9, 9, 9, 9, 9, 9, 1, 1, 1)).isZero();
        assertThat(WarmUp.length(9, 1, 1, 1)).isZero();
    }

    @Test
    void equalAndNoValues() {
        assertThat(WarmUp.length(1, 1, 1, 1, 1, 1)).isZero();
        assertThat(WarmUp.length()).isZero();
        assertThat(WarmUp.length(1)).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> WarmUp.length(Double.NaN));
    }

    @Test
    void isSeldomSeenWhereThereIsNone() {
        UniformRandomProvider random = Draws.random(5);
        int seen = 0;
        for (int round = 0; round < 4000; round++) {
            seen += WarmUp.length(Draws.normal(random, 12)) > 0 ? 1 : 0;
        }
        assertThat(seen / 4000.0).isBetween(.01, .05);
    }
}
