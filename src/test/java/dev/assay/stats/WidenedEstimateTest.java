package dev.assay.stats;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Widened and spanning locations: what was corrected must say the same by its interval and by its p-values. */
class WidenedEstimateTest {
    @Test
    void endsMoveAwayFromTheEstimate() {
        WidenedEstimate widened = new WidenedEstimate(new Mean(2, 0.5, Double.MAX_VALUE), 3);
        assertThat(widened.value()).isEqualTo(2);
        // 1.959964 is the normal quantile
        assertThat(requireNonNull(widened.interval(95)).low()).isCloseTo(2 - 3 * 0.5 * 1.959964, within(1e-5));
        assertThat(requireNonNull(widened.interval(95)).high()).isCloseTo(2 + 3 * 0.5 * 1.959964, within(1e-5));
        assertThat(requireNonNull(widened.mean()).standardError()).isEqualTo(1.5);
    }

    @Test
    void spanningReachesTheLevelsAtLeast() {
        Mean mean = new Mean(2, 0.5, Double.MAX_VALUE);
        Bounds plain = mean.interval(95);
        assertThat(new MultiLevelEstimate(mean, new Bounds(0, 2.5)).interval(95))
                .isEqualTo(new Bounds(0, plain.high()));
        assertThat(new MultiLevelEstimate(mean, new Bounds(1.9, 2.1)).interval(95))
                .isEqualTo(plain);
        Mean spanning = requireNonNull(new MultiLevelEstimate(mean, new Bounds(0, 2.5)).mean());
        assertThat(spanning.interval(95).low()).isCloseTo(0, within(1e-12));
        assertThat(spanning.interval(95).high()).isCloseTo(plain.high(), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void pValuesAgreeWithIntervals(long seed) {
        HodgesLehmann location = HodgesLehmann.of(Draws.normal(seed, 10 + (int) seed));
        for (IntervalEstimate corrected : List.of(
                new WidenedEstimate(location, 1),
                new WidenedEstimate(location, 1.7),
                new InstrumentErrorEstimate(location, 0.2, 0.3),
                new MultiLevelEstimate(location, new Bounds(-0.4, 0.9)))) {
            Bounds bounds = requireNonNull(corrected.interval(95));
            for (double threshold = -2.003; threshold < 2; threshold += 0.05) {
                assertThat(corrected.pAbove(threshold) <= 0.025).isEqualTo(bounds.low() > threshold);
                assertThat(corrected.pBelow(threshold) <= 0.025).isEqualTo(bounds.high() < threshold);
            }
        }
    }

    @Test
    void withoutAnIntervalThereIsNone() {
        HodgesLehmann few = HodgesLehmann.of(1, 2, 3);
        assertThat(new WidenedEstimate(few, 2).interval(95)).isNull();
        assertThat(new WidenedEstimate(few, 2).mean()).isNull();
        assertThat(new MultiLevelEstimate(few, new Bounds(0, 4)).interval(95)).isNull();
        assertThat(new MultiLevelEstimate(few, new Bounds(0, 4)).mean()).isNull();
    }

    @Test
    void narrowingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new WidenedEstimate(Mean.exactly(1), 0.9));
    }
}
