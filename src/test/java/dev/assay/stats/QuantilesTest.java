package dev.assay.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class QuantilesTest {

    @Test
    void quartilesOfLogRatios() {
        double[] logs = References.logRatios(References.RUST, References.C);
        assertThat(Quantiles.quantile(logs, 0.25)).isCloseTo(.0560807786, within(1e-9));
        assertThat(Quantiles.quantile(logs, 0.75)).isCloseTo(.0624318203, within(1e-9));
    }

    @Test
    void medianLeavesTheArrayAsItIs() {
        double[] values = {9, 1, 5, 3};
        assertThat(Quantiles.median(values)).isEqualTo(4);
        assertThat(values).containsExactly(9, 1, 5, 3);
        assertThat(Quantiles.median()).isNaN();
    }
}
