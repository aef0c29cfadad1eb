package dev.assay.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinimumPValueTest {

    @ParameterizedTest
    @CsvSource({"1, 6", "10, 9", "50, 11", "200, 13"})
    void fewestBlocksForManyHypotheses(int hypotheses, int blocks) {
        assertThat(MinimumPValue.fewest(hypotheses, 0.05)).isEqualTo(blocks);
        assertThat(MinimumPValue.reaches(blocks, hypotheses, 0.05)).isTrue();
        assertThat(MinimumPValue.reaches(blocks - 1, hypotheses, 0.05)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1", "6", "9", "13"})
    void isWhatTheTestGivesWhenAllAgree(int n) {
        double[] up = new double[n];
        Arrays.setAll(up, i -> 1.0 + i);
        double smallest = HodgesLehmann.of(up).pDiffers(0);
        assertThat(MinimumPValue.reaches(n, 1, Math.min(0.99, smallest)))
                .isEqualTo(smallest < 0.99)
                .isEqualTo(n > 1);
        assertThat(MinimumPValue.reaches(n, 1, smallest * 0.999)).isFalse();
    }

    @Test
    void nothingShowsNothing() {
        assertThat(MinimumPValue.reaches(0, 1, 0.05)).isFalse();
    }

    @Test
    void refusesWhatCannotBeAsked() {
        assertThatIllegalArgumentException().isThrownBy(() -> MinimumPValue.reaches(10, 0, 0.05));
        assertThatIllegalArgumentException().isThrownBy(() -> MinimumPValue.fewest(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> MinimumPValue.fewest(1, 1));
    }
}
