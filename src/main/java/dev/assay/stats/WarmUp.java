package dev.assay.stats;

import java.util.Arrays;

/** How many blocks at the start of a series are still warming up. */
public final class WarmUp {
    private static final int FEWEST_FOR_QUARTILES = 4;

    private WarmUp() {}

    /**
     * The largest number of first values that each lie above Q3 + 1.5 IQR of all that come after them: at most half of the series, and at
     * least four must come after.
     *
     * @param series costs or their logarithms, in the order they were measured
     * @throws IllegalArgumentException if a value is not finite
     */
    public static int length(double... series) {
        SamplePreconditions.checked("a warm-up", 0, series);
        int most = Math.min(series.length / 2, series.length - FEWEST_FOR_QUARTILES);
        for (int length = most; length > 0; length--) {
            double fence = Outliers.of(Arrays.copyOfRange(series, length, series.length))
                    .inner()
                    .high();
            if (Arrays.stream(series, 0, length).allMatch(value -> value > fence)) {
                return length;
            }
        }
        return 0;
    }
}
