package dev.assay.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.stats.ClusteredShare.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClusteredShareTest {
    private static final double EXACT = 1e-9;

    private static ClusteredShare share(int... hitsAndCounts) {
        List<Cluster> clusters = new ArrayList<>();
        for (int i = 0; i < hitsAndCounts.length; i += 2) {
            clusters.add(new Cluster(hitsAndCounts[i], hitsAndCounts[i + 1]));
        }
        return new ClusteredShare(clusters);
    }

    /** Computed by the same formula with scipy.stats.beta and scipy.stats.t. */
    @Test
    void theIntervalIsThatOfKornAndGraubard() {
        ClusteredShare share = share(12, 30, 20, 40, 15, 35, 9, 20, 18, 50, 22, 45);

        assertThat(share.value()).isEqualTo(96 / 220.0);
        assertThat(share.interval(0.95).low()).isCloseTo(0.3679664276552165, within(EXACT));
        assertThat(share.interval(0.95).high()).isCloseTo(0.5065975376353917, within(EXACT));
        assertThat(share.interval(0.90).low()).isCloseTo(0.3799915252733535, within(EXACT));
        assertThat(share.interval(0.90).high()).isCloseTo(0.4940291657319035, within(EXACT));
    }

    @Test
    void noneAndAllHaveAnIntervalTooAndFewClustersMakeItWide() {
        assertThat(share(0, 10, 0, 20, 0, 30).interval(0.95).low()).isZero();
        assertThat(share(0, 10, 0, 20, 0, 30).interval(0.95).high()).isCloseTo(0.24743293122723659, within(EXACT));
        assertThat(share(10, 10, 10, 10).interval(0.95).low()).isCloseTo(0.0011165891053635168, within(EXACT));
        assertThat(share(10, 10, 10, 10).interval(0.95).high()).isEqualTo(1);
    }

    /** Clopper and Pearson's own interval for 20 of 40: 0.338 to 0.662. */
    @Test
    void whereClustersDoNotDifferTheIntervalIsTheExactOne() {
        ClusteredShare share = share(5, 10, 5, 10, 5, 10, 5, 10);

        assertThat(share.interval(0.95).low()).isCloseTo(0.338, within(5e-4));
        assertThat(share.interval(0.95).high()).isCloseTo(0.662, within(5e-4));
    }

    /** Shares of clusters are drawn evenly from 0.3 to 0.7, so the share of all is 0.5. */
    @Test
    void itCoversTheShareOfAllClustersAsOftenAsItSays() {
        Random random = new Random(7);
        int rounds = 2000;
        int covered = 0;
        for (int round = 0; round < rounds; round++) {
            int[] clusters = new int[12];
            for (int i = 0; i < clusters.length; i += 2) {
                double own = 0.3 + 0.4 * random.nextDouble();
                clusters[i] =
                        (int) random.doubles(40).filter(draw -> draw < own).count();
                clusters[i + 1] = 40;
            }
            Bounds interval = share(clusters).interval(0.95);
            covered += interval.low() <= 0.5 && 0.5 <= interval.high() ? 1 : 0;
        }
        assertThat((double) covered / rounds).isBetween(0.94, 1.0);
    }

    @Test
    void theDifferenceIsBetweenTheThingsOfWhichOneIsTrue() {
        ShareDifference difference = new ShareDifference(share(8, 20, 10, 20, 9, 20), share(1, 20, 0, 20, 1, 20));

        assertThat(difference.value()).isCloseTo(25 / 60.0, within(EXACT));
        Bounds interval = difference.interval(0.95);
        Bounds gained = difference.gained().interval(0.975);
        Bounds lost = difference.lost().interval(0.975);
        assertThat(interval.low()).isEqualTo(gained.low() - lost.high()).isLessThan(difference.value());
        assertThat(interval.high()).isEqualTo(gained.high() - lost.low()).isGreaterThan(difference.value());
    }

    @Test
    void aShareOfNothingOrOfOneClusterIsRefused() {
        assertThatThrownBy(() -> share(1, 0, 1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> share(3, 2, 1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> share(1, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
