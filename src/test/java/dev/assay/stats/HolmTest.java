package dev.assay.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HolmTest {

    @Test
    void adjustsEachByItsRank() {
        assertThat(Holm.adjust(.0004, .0049, .012, .021, .038, .20))
                .containsExactly(new double[] {.0024, .0245, .048, .063, .076, .2}, within(1e-9));
    }

    @Test
    void keepsTheOrderOfTheGivenValues() {
        assertThat(Holm.adjust(.20, .012, .0004, .038, .0049, .021))
                .containsExactly(new double[] {.2, .048, .0024, .076, .0245, .063}, within(1e-9));
    }

    @Test
    void neverFallsAndNeverExceedsOne() {
        assertThat(Holm.adjust(.01, .011, .9, .8)).containsExactly(new double[] {.04, .04, 1, 1}, within(1e-12));
        assertThat(Holm.adjust(.03)).containsExactly(.03);
        assertThat(Holm.adjust()).isEmpty();
    }

    @Test
    void refusesAnInvalidProbability() {
        assertThatIllegalArgumentException().isThrownBy(() -> Holm.adjust(.5, 1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> Holm.adjust(Double.NaN));
    }
}
