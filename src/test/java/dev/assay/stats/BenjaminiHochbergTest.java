package dev.assay.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenjaminiHochbergTest {

    /** SciPy: false_discovery_control([.0004, .0049, .012, .021, .038, .20]). */
    @Test
    void adjustsEachByItsRank() {
        assertThat(BenjaminiHochberg.adjust(.0004, .0049, .012, .021, .038, .20))
                .containsExactly(new double[] {.0024, .0147, .024, .0315, .0456, .2}, within(1e-9));
        assertThat(BenjaminiHochberg.adjust(.20, .012, .0004, .038, .0049, .021))
                .containsExactly(new double[] {.2, .024, .0024, .0456, .0147, .0315}, within(1e-9));
    }

    @Test
    void neverExceedsTheNextOrOne() {
        assertThat(BenjaminiHochberg.adjust(.03, .031, .9))
                .containsExactly(new double[] {.0465, .0465, .9}, within(1e-12));
        assertThat(BenjaminiHochberg.adjust(1, 1, 0)).containsExactly(1, 1, 0);
        assertThat(BenjaminiHochberg.adjust(.03)).containsExactly(.03);
        assertThat(BenjaminiHochberg.adjust()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void liesBetweenTheRawValueAndHolms(long seed) {
        double[] raw = Draws.random(seed).doubles(20).map(p -> p * p).toArray();
        double[] adjusted = BenjaminiHochberg.adjust(raw);
        double[] holm = Holm.adjust(raw);
        for (int i = 0; i < raw.length; i++) {
            assertThat(adjusted[i]).isBetween(raw[i], holm[i]);
        }
        int[] order = PValues.ascending(raw);
        assertThat(Arrays.stream(order).mapToDouble(i -> adjusted[i]).toArray()).isSorted();
    }

    @Test
    void refusesAnInvalidProbability() {
        assertThatIllegalArgumentException().isThrownBy(() -> BenjaminiHochberg.adjust(-.1));
        assertThatIllegalArgumentException().isThrownBy(() -> BenjaminiHochberg.adjust(.5, Double.NaN));
    }
}
