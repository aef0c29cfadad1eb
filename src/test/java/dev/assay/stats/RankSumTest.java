package dev.assay.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankSumTest {

    /** One more than the critical values of the usual tables of Mann and Whitney's U at 5 % and 10 %, two-sided. */
    @ParameterizedTest
    @CsvSource({
        "4, 4, 1, 2",
        "3, 5, 1, 2",
        "5, 5, 3, 5",
        "5, 8, 7, 9",
        "6, 6, 6, 8",
        "8, 8, 14, 16",
        "10, 10, 24, 28",
        "12, 9, 27, 31",
        "12, 12, 38, 43",
        "20, 20, 128, 139"
    })
    void depths(int m, int n, int at95, int at90) {
        assertThat(RankSum.of(m, n).depth(95)).isEqualTo(at95);
        assertThat(RankSum.of(m, n).depth(90)).isEqualTo(at90);
        assertThat(RankSum.of(n, m).depth(95)).isEqualTo(at95);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 4", "2, 3", "3, 3", "5, 4"})
    void distributionIsThatOfAllArrangementsCounted(int m, int n) {
        RankSum distribution = RankSum.of(m, n);
        for (int u = 0; u <= m * n; u++) {
            int reached = 0;
            int all = 0;
            for (int chosen = 0; chosen < 1 << (m + n); chosen++) {
                if (Integer.bitCount(chosen) == m) {
                    all++;
                    reached += pairsAbove(chosen, m + n) <= u ? 1 : 0;
                }
            }
            assertThat(distribution.atMost(u)).isCloseTo(reached / (double) all, within(1e-14));
        }
    }

    /** In how many pairs of a chosen and another position the chosen one lies higher. */
    private static int pairsAbove(int chosen, int size) {
        int above = 0;
        int others = 0;
        for (int position = 0; position < size; position++) {
            if ((chosen >> position & 1) == 1) {
                above += others;
            } else {
                others++;
            }
        }
        return above;
    }

    @Test
    void bothTailsAreAlike() {
        RankSum distribution = RankSum.of(30, 40);
        assertThat(distribution.atMost(400) + distribution.atLeast(401)).isCloseTo(1, within(1e-12));
        assertThat(distribution.atMost(300)).isCloseTo(1 - distribution.atMost(1200 - 301), within(1e-12));
        assertThat(distribution.atMost(-1)).isZero();
        assertThat(distribution.atMost(1200)).isOne();
    }

    @Test
    void approximationTakesOverWhereExactEnds() {
        double exact = RankSum.of(100, 100).atMost(4200);
        // the same quantile of one more pair
        double approximate = RankSum.of(100, 101).atMost(4242);
        assertThat(approximate).isCloseTo(exact, within(2e-3));
    }

    @Test
    void refusesWhatItCannotCount() {
        assertThatIllegalArgumentException().isThrownBy(() -> RankSum.of(0, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> RankSum.of(100_000, 100_000));
    }
}
