package dev.assay.stats;

import java.util.Comparator;
import java.util.stream.IntStream;

/** What the corrections for several tests have in common. */
final class PValues {
    private PValues() {}

    /**
     * The indices of the values, the smallest value first, equal ones in the order they came.
     *
     * @throws IllegalArgumentException if a value does not lie between 0 and 1
     */
    static int[] ascending(double... pValues) {
        for (double value : pValues) {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("a p-value lies between 0 and 1, not at " + value);
            }
        }
        return IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(index -> pValues[index]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
