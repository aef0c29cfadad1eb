package dev.assay.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunAllocationTest {
    /** 102 ms and 4.5 ms are those of the simulations: sqrt(102 / 4.5) is 4.76, and 10.7 with 9 % beside 4 %. */
    @ParameterizedTest
    @CsvSource({
        "102, 4.5, NaN, 16, 4",
        "102, 4.5, 1, 16, 4",
        "102, 4.5, 2.25, 16, 10",
        "4, 1, 3, 16, 1",
        "4.1, 1, 1, 16, 2",
        "1, 1, 1, 16, 1",
        "1, 5, 1, 16, 1",
        "1000, 1, 1, 16, 16",
        "102, 4.5, 0.01, 16, 2",
        "102, 4.5, 100, 16, 14",
        "0, 0, NaN, 16, 1",
        "102, 4.5, 1, 3, 2",
        "102, 4.5, 1, 1, 1"
    })
    void theNumberFollowsFromCostsAndSpreads(double dearest, double own, double spreads, int most, int runs) {
        assertThat(RunAllocation.runs(dearest, own, spreads, most)).isEqualTo(runs);
    }

    @Test
    void theNumbersAreChosenAfterFourEightAndSixteenBlocks() {
        assertThat(List.of(0, 3, 4, 7, 8, 15, 16, 99))
                .extracting(RunAllocation::choice)
                .containsExactly(0, 0, 4, 4, 8, 8, 16, 16);
    }

    @Test
    void aSpreadIsThatOfNeighbors() {
        assertThat(RunAllocation.spread(List.of(new double[] {1}, new double[] {1.5}, new double[] {1.4})))
                .isCloseTo(.3, within(1e-12));
        assertThat(RunAllocation.spread(List.of(new double[] {1, 1.2}, new double[] {7, 7.4})))
                .isCloseTo(.3, within(1e-12));
        assertThat(RunAllocation.spread(List.of(new double[] {1}))).isNaN();
        assertThat(RunAllocation.spread(List.of())).isNaN();
    }
}
