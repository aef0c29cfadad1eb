package dev.assay.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadTest {
    private static final double[] SEVEN = {1.02, 1.00, 1.05, 0.98, 1.01, 1.07, 0.99};

    /** NumPy and SciPy: quantile(pdist(x), .25) is 0.02; t.sf(2.5, 3.794), t.isf(.01, 3.794). */
    @Test
    void sevenValues() {
        Spread spread = Spread.of(List.of(SEVEN), 7);
        double sd = 2.21914446598508 * 0.02 * 7 / 8.4 * Math.sqrt(1 + Math.PI / 14);
        assertThat(spread.sd()).isCloseTo(sd, within(1e-12));
        assertThat(spread.degrees()).isCloseTo(3.794, within(1e-12));
        assertThat(spread.p(2.5 * sd)).isCloseTo(0.03507408055695242, within(1e-9));
        assertThat(spread.distance(0.01)).isCloseTo(3.8618926403530165 * sd, within(1e-6));
    }

    /** What is promised holds from few values to many, and where there are ten. */
    @ParameterizedTest
    @ValueSource(ints = {5, 9, 10, 11, 20, 30})
    void oneFurtherValueInAHundredLiesFartherOut(int n) {
        UniformRandomProvider random = Draws.random(n);
        int rounds = 10_000;
        int beyond = 0;
        for (int round = 0; round < rounds; round++) {
            double[] drawn = Draws.normal(random, n + 1);
            double[] known = Arrays.copyOf(drawn, n);
            double distance = Spread.of(List.of(known), n).distance(0.01);
            beyond += drawn[n] - Quantiles.median(known) > distance ? 1 : 0;
        }
        assertThat((double) beyond / rounds).isBetween(0.007, 0.013);
    }

    @Test
    void groupsThatLieApartTellItTogether() {
        double[] elsewhere = Draws.shifted(100, SEVEN);
        Spread both = Spread.of(List.of(SEVEN, elsewhere), 7);
        assertThat(both.sd()).isCloseTo(Spread.of(List.of(SEVEN), 7).sd() * 13 / 14.4 * 8.4 / 7, within(1e-9));
        assertThat(both.degrees()).isGreaterThan(Spread.of(List.of(SEVEN), 7).degrees());
    }

    @Test
    void halfOfTheValuesAloneCannotMoveItFar() {
        double[] some = {1.02, 1.00, 1.05, 0.98, 1.01, 50, 90};
        assertThat(Spread.of(List.of(some), 7).sd())
                .isLessThan(4 * Spread.of(List.of(SEVEN), 7).sd());
    }

    @Test
    void whatNeverVariedLeavesNoRoom() {
        Spread none = Spread.of(List.of(Draws.constant(3, 12)), 12);
        assertThat(none.distance(0.01)).isZero();
        assertThat(none.p(1e-9)).isZero();
        assertThat(none.p(0)).isOne();
        assertThatIllegalArgumentException().isThrownBy(() -> Spread.of(List.of(new double[] {1}), 1));
    }
}
