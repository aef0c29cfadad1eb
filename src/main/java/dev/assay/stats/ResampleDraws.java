package dev.assay.stats;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The indices that a bootstrap draws. They follow from seed, size and number of resamples alone, so all series of a run that are of one length
 * share them: to draw takes several times as long as to sum up what was drawn.
 */
final class ResampleDraws {
    /** Sums that are built side by side: each waits for its last addition, and the processor adds for the others meanwhile. */
    private static final int LANES = 8;

    /** More indices than that are drawn anew each time: 32 MiB of them. */
    private static final long MOST = 1L << 24;

    private static final AtomicReference<@Nullable ResampleDraws> LATEST = new AtomicReference<>();

    private final long seed;
    private final int size;
    private final int resamples;
    /** Those of {@value #LANES} resamples lie side by side. */
    private final char[] indices;

    private ResampleDraws(long seed, int size, int resamples) {
        this.seed = seed;
        this.size = size;
        this.resamples = resamples;
        this.indices = new char[groups(resamples) * size * LANES];
        SplitMix64 random = new SplitMix64(seed);
        for (int resample = 0; resample < resamples; resample++) {
            int start = resample / LANES * size * LANES + resample % LANES;
            for (int i = 0; i < size; i++) {
                indices[start + i * LANES] = (char) random.index(size);
            }
        }
    }

    private static int groups(int resamples) {
        return (resamples + LANES - 1) / LANES;
    }

    /**
     * The means of samples drawn with replacement, in the order of the draws.
     *
     * @param values at least one
     */
    static double[] means(double[] values, int resamples, long seed) {
        int size = values.length;
        if (size > Character.MAX_VALUE || (long) groups(resamples) * size * LANES > MOST) {
            return meansOfNew(values, resamples, seed);
        }
        ResampleDraws draws = LATEST.get();
        if (draws == null || draws.seed != seed || draws.size != size || draws.resamples != resamples) {
            draws = new ResampleDraws(seed, size, resamples);
            LATEST.set(draws);
        }
        return draws.means(values);
    }

    private double[] means(double[] values) {
        double[] means = new double[groups(resamples) * LANES];
        for (int group = 0; group < groups(resamples); group++) {
            int begin = group * size * LANES;
            double sum0 = 0;
            double sum1 = 0;
            double sum2 = 0;
            double sum3 = 0;
            double sum4 = 0;
            double sum5 = 0;
            double sum6 = 0;
            double sum7 = 0;
            for (int i = 0; i < size; i++) {
                int at = begin + i * LANES;
                sum0 += values[indices[at]];
                sum1 += values[indices[at + 1]];
                sum2 += values[indices[at + 2]];
                sum3 += values[indices[at + 3]];
                sum4 += values[indices[at + 4]];
                sum5 += values[indices[at + 5]];
                sum6 += values[indices[at + 6]];
                sum7 += values[indices[at + 7]];
            }
            int first = group * LANES;
            means[first] = sum0 / size;
            means[first + 1] = sum1 / size;
            means[first + 2] = sum2 / size;
            means[first + 3] = sum3 / size;
            means[first + 4] = sum4 / size;
            means[first + 5] = sum5 / size;
            means[first + 6] = sum6 / size;
            means[first + 7] = sum7 / size;
        }
        return Arrays.copyOf(means, resamples);
    }

    /** The same without keeping what was drawn. */
    static double[] meansOfNew(double[] values, int resamples, long seed) {
        SplitMix64 random = new SplitMix64(seed);
        double[] means = new double[resamples];
        for (int resample = 0; resample < resamples; resample++) {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += values[random.index(values.length)];
            }
            means[resample] = sum / values.length;
        }
        return means;
    }
}
