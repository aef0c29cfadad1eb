package dev.assay.stats;

import java.util.Arrays;

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
    public double smallest() {
        return sorted[0];
    }

    @Override
    public double largest() {
        return sorted[sorted.length - 1];
    }
}
