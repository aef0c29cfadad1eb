package dev.assay.stats;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** All differences x_i - y_j of two samples, counted along the border between those on either side of a threshold. */
final class PairwiseDifferences implements PairwiseOrderStatistic.Counts {
    private final double[] first;
    private final double[] second;

    PairwiseDifferences(double[] first, double[] second) {
        this.first = first.clone();
        this.second = second.clone();
        Arrays.sort(this.first);
        Arrays.sort(this.second);
    }

    @Override
    public int atMost(double threshold) {
        int count = 0;
        int from = 0;
        for (double value : first) {
            while (from < second.length && value - second[from] > threshold) {
                from++;
            }
            count += second.length - from;
        }
        return count;
    }

    @Override
    public int below(double threshold) {
        int count = 0;
        int from = 0;
        for (double value : first) {
            while (from < second.length && value - second[from] >= threshold) {
                from++;
            }
            count += second.length - from;
        }
        return count;
    }

    @Override
    public double[] between(double above, double most) {
        DoubleStream.Builder pairs = DoubleStream.builder();
        int from = 0;
        int to = 0;
        for (double value : first) {
            while (from < second.length && value - second[from] > most) {
                from++;
            }
            while (to < second.length && value - second[to] > above) {
                to++;
            }
            for (int i = from; i < to; i++) {
                pairs.add(value - second[i]);
            }
        }
        return pairs.build().toArray();
    }

    @Override
    public double smallest() {
        return first[0] - second[second.length - 1];
    }

    @Override
    public double largest() {
        return first[first.length - 1] - second[0];
    }
}
