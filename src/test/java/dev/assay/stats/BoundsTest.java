package dev.assay.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class BoundsTest {

    @Test
    void wideningMovesBothEndsAwayFromTheEstimate() {
        Bounds bounds = new Bounds(2, 6);
        assertThat(bounds.widened(3, 2)).isEqualTo(new Bounds(1, 9));
        assertThat(bounds.widened(3, 1)).isEqualTo(bounds);
    }

    @Test
    void refusesAnInvalidInterval() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Bounds(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Bounds(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Bounds(1, 2).widened(1.5, 0.5));
    }
}
