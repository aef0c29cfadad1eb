package dev.assay.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Medians and the ends of intervals against the list of all pairs, to the last bit. */
class PairwiseOrderStatisticTest {
    private static double[] walsh(double... values) {
        return IntStream.range(0, values.length)
                .boxed()
                .flatMapToDouble(i -> IntStream.rangeClosed(0, i).mapToDouble(j -> (values[i] + values[j]) / 2))
                .map(value -> value + 0.0)
                .sorted()
                .toArray();
    }

    private static double[] differences(double[] first, double[] second) {
        return Arrays.stream(first)
                .flatMap(x -> Arrays.stream(second).map(y -> x - y + 0.0))
                .sorted()
                .toArray();
    }

    private static double median(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static void assertSame(double[] pairs, PairwiseOrderStatistic statistic, RankDistribution distribution) {
        assertThat(statistic.median()).isEqualTo(median(pairs));
        for (double level : new double[] {80, 90, 95, 99}) {
            int depth = distribution.depth(level);
            assertThat(statistic.interval(level))
                    .isEqualTo(depth == 0 ? null : new Bounds(pairs[depth - 1], pairs[pairs.length - depth]));
        }
    }

    private static void assertAllPairs(double... values) {
        RankDistribution ranks = SignedRank.of(values.length);
        assertSame(walsh(values), new PairwiseOrderStatistic(new WalshAverages(values), ranks), ranks);
        double[] other = Arrays.copyOf(values, (values.length + 1) / 2);
        RankDistribution sums = RankSum.of(values.length, other.length);
        assertSame(
                differences(values, other),
                new PairwiseOrderStatistic(new PairwiseDifferences(values, other), sums),
                sums);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 11, 12, 40, 61, 200})
    void draws(int n) {
        for (int seed = 1; seed <= 5; seed++) {
            assertAllPairs(Draws.normal(seed, n));
        }
    }

    /** Few numbers, each many times, zeros of either sign among them. */
    @ParameterizedTest
    @ValueSource(ints = {2, 12, 61, 200})
    void ties(int n) {
        double[] known = {-0.5, -0.0, 0.0, 0.25, 0.25};
        assertAllPairs(IntStream.range(0, n).mapToDouble(i -> known[i * 7 % 5]).toArray());
        assertAllPairs(Draws.constant(0, n));
        assertAllPairs(Draws.constant(-1.1, n));
    }

    @Test
    void numbersOfEverySize() {
        double[] tiny = DoubleStream.iterate(Double.MIN_VALUE, value -> -3 * value)
                .limit(50)
                .toArray();
        assertAllPairs(tiny);
        assertAllPairs(
                DoubleStream.iterate(1e-300, value -> -1e12 * value).limit(50).toArray());
        assertAllPairs(DoubleStream.concat(Arrays.stream(tiny), DoubleStream.of(1e300, -1e300))
                .toArray());
    }
}
