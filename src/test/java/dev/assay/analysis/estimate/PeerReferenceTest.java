package dev.assay.analysis.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.analysis.sample.BlockSeries;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PeerReferenceTest {
    private static final BlockSeries FLAT = series(0, i -> 1);

    /** One of twice the noise counts a quarter, and its level does not matter to what changes. */
    @Test
    void eachPeerCountsByItsPrecision() {
        BlockSeries one = series(0, i -> i % 2 == 0 ? 0 : 0.01);
        BlockSeries other = series(0, i -> i % 2 == 0 ? 3 : 3.02);
        double[] relative = PeerReference.relative(FLAT, List.of(one, other)).values();
        assertThat(relative).hasSize(10);
        assertThat(relative[0]).isCloseTo(1 - 3 / 5.0, within(1e-9));
        assertThat(relative[1] - relative[0]).isCloseTo(-(4 * 0.01 + 0.02) / 5, within(1e-9));
    }

    @Test
    void whatAllDoIsNotOfOne() {
        BlockSeries rising = series(0, i -> 0.1 * i);
        assertThat(PeerReference.relative(rising, List.of(rising, rising)).values())
                .containsExactly(new double[10], within(1e-12));
    }

    @Test
    void aPeerThatMissesABlockDoesNotCount() {
        BlockSeries late = series(1, i -> 0.5 * i);
        assertThat(PeerReference.relative(FLAT, List.of(late, FLAT)).values()).containsOnly(0);
        assertThat(PeerReference.relative(FLAT, List.of(late))).isEqualTo(BlockSeries.EMPTY);
        assertThat(PeerReference.relative(late, List.of(FLAT)).values()).hasSize(9);
    }

    private static BlockSeries series(int from, IntToDoubleFunction value) {
        TreeMap<Integer, Double> logs = new TreeMap<>();
        IntStream.range(from, 10).forEach(i -> logs.put(i, value.applyAsDouble(i)));
        return BlockSeries.of(logs);
    }
}
