package dev.assay.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedRankTest {

    @ParameterizedTest
    @CsvSource({"6, 1", "8, 4", "10, 9", "12, 14", "15, 26", "20, 53", "30, 138"})
    void depthAt95(int n, int depth) {
        assertThat(SignedRank.of(n).depth(95)).isEqualTo(depth);
    }

    @ParameterizedTest
    @CsvSource({"10, 11", "12, 18", "20, 61", "30, 152"})
    void depthAt90(int n, int depth) {
        assertThat(SignedRank.of(n).depth(90)).isEqualTo(depth);
    }

    @ParameterizedTest
    @CsvSource({"5, 95, 0", "6, 95, 1", "4, 90, 0", "5, 90, 1", "7, 99, 0", "8, 99, 1", "12, 99, 8"})
    void tooFewObservationsLeaveNoInterval(int n, int level, int depth) {
        assertThat(SignedRank.of(n).depth(level)).isEqualTo(depth);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 11})
    void distributionIsThatOfAllSignsCounted(int n) {
        SignedRank distribution = SignedRank.of(n);
        for (int w = 0; w <= distribution.largest(); w++) {
            int reached = 0;
            for (int signs = 0; signs < 1 << n; signs++) {
                reached += rankSum(signs, n) <= w ? 1 : 0;
            }
            assertThat(distribution.atMost(w)).isEqualTo(reached / (double) (1 << n));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 50, 200, 500})
    void bothTailsAreAlike(int n) {
        SignedRank distribution = SignedRank.of(n);
        int w = distribution.largest() / 3;
        assertThat(distribution.atLeast(distribution.largest() - w)).isEqualTo(distribution.atMost(w));
        assertThat(distribution.atMost(w) + distribution.atLeast(w + 1)).isCloseTo(1, within(1e-12));
        assertThat(distribution.atMost(-1)).isZero();
        assertThat(distribution.atMost(distribution.largest())).isOne();
    }

    /** A sum of rounded probabilities of 60 values reaches 1.0000000000000004. */
    @Test
    void noProbabilityIsAboveOne() {
        for (int n = 1; n <= 100; n++) {
            SignedRank distribution = SignedRank.of(n);
            for (int w = 0; w <= distribution.largest(); w++) {
                assertThat(distribution.atMost(w)).isBetween(0.0, 1.0);
            }
        }
        for (int n = 1; n <= 40; n++) {
            RankSum distribution = RankSum.of(n, n + 1);
            for (int u = 0; u <= distribution.largest(); u++) {
                assertThat(distribution.atMost(u)).isBetween(0.0, 1.0);
            }
        }
    }

    @Test
    void approximationTakesOverWhereExactEnds() {
        int exact = SignedRank.of(SignedRank.EXACT).depth(95);
        int approximate = SignedRank.of(SignedRank.EXACT + 1).depth(95);
        // One observation more shifts the depth by about n / 2 of 60 000 ranks; a break between the two would be far
        // larger.
        assertThat(approximate - exact).isBetween(150, 350);
    }

    @Test
    void refusesWhatItCannotCount() {
        assertThatIllegalArgumentException().isThrownBy(() -> SignedRank.of(0));
        assertThatIllegalArgumentException().isThrownBy(() -> SignedRank.of(20_001));
        assertThatIllegalArgumentException().isThrownBy(() -> SignedRank.of(10).depth(100));
    }

    private static int rankSum(int signs, int n) {
        int sum = 0;
        for (int rank = 1; rank <= n; rank++) {
            sum += (signs >> (rank - 1) & 1) * rank;
        }
        return sum;
    }
}
