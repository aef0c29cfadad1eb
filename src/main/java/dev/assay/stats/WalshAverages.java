package dev.assay.stats;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** The Walsh averages (x_i + x_j) / 2, i &lt;= j, of a sample, counted along the border between those on either side of a threshold. */
final class WalshAverages implements PairwiseOrderStatistic.Counts {
    private final double[] sorted;

    WalshAverages(double... values) {
        this.sorted = values.clone();
        Arrays.sort(sorted);
    }

    @Override
    public int atMost(double threshold) {
        int count = 0;
        int last = sorted.length - 1;
        for (int first = 0; first <= last; first++) {
            while (last >= first && (sorted[first] + sorted[last]) / 2 > threshold) {
                last--;
            }
            count += last - first + 1;
        }
        return count;
    }

    @Override
    public int below(double threshold) {
        int count = 0;
        int last = sorted.length - 1;
        for (int first = 0; first <= last; first++) {
            while (last >= first && (sorted[first] + sorted[last]) / 2 >= threshold) {
                last--;
            }
            count += last - first + 1;
        }
        return count;
    }

    @Override
    public double[] between(double above, double most) {
        DoubleStream.Builder pairs = DoubleStream.builder();
        int upper = sorted.length - 1;
        int lower = upper;
        for (int first = 0; first < sorted.length; first++) {
            while (upper >= first && (sorted[first] + sorted[upper]) / 2 > most) {
                upper--;
            }
            while (lower >= first && (sorted[first] + sorted[lower]) / 2 > above) {
                lower--;
            }
            for (int last = Math.max(lower + 1, first); last <= upper; last++) {
                pairs.add((sorted[first] + sorted[last]) / 2);
            }
        }
        return pairs.build().toArray();
    }

    @Override
    public double smallest() {
        return sorted[0];
    }

    @Override
    public double largest() {
        return sorted[sorted.length - 1];
    }
}
