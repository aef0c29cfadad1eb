package dev.assay.analysis.comparison;

import dev.assay.analysis.estimate.LogEstimate;
import dev.assay.analysis.estimate.SeriesCheckResult;
import dev.assay.model.result.Comparison;
import dev.assay.stats.BenjaminiHochberg;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How sure each of many comparisons is among all others of its list. A reader who is shown which of two hundred programs became slower
 * looks at two hundred tests: with the p-values adjusted, at most one in twenty of those that are named is a false alarm. What stands in
 * another list is not looked at with them: it must not make these less sure.
 */
public final class FalseDiscoveryControl {
    private FalseDiscoveryControl() {}

    /**
     * The comparisons with their adjusted p-values.
     *
     * @param comparisons of a run, or of two
     * @param readings what each rests on, in the same order
     * @param list names the list that a comparison is shown in
     */
    public static List<Comparison> adjust(
            List<Comparison> comparisons, List<LogEstimate> readings, Function<Comparison, ?> list) {
        List<Comparison> screened = new ArrayList<>(comparisons);
        for (Object name : new LinkedHashSet<>(comparisons.stream().map(list).toList())) {
            int[] family = IntStream.range(0, comparisons.size())
                    .filter(i -> list.apply(comparisons.get(i)).equals(name)
                            && readings.get(i).location() != null)
                    .toArray();
            double[] adjusted = BenjaminiHochberg.adjust(IntStream.of(family)
                    .mapToDouble(i -> p(readings.get(i), comparisons.get(i).margin()))
                    .toArray());
            for (int k = 0; k < family.length; k++) {
                Comparison comparison = comparisons.get(family[k]);
                screened.set(family[k], comparison.with(comparison.beside().screened(adjusted[k])));
            }
        }
        return screened;
    }

    /** The two-sided p-value that the ratio lies within the margin, after every correction too. */
    private static double p(LogEstimate reading, double margin) {
        double log = Math.log(margin);
        return Stream.concat(Stream.of(reading), reading.doubts().stream().map(SeriesCheckResult::corrected))
                .map(LogEstimate::location)
                .map(Objects::requireNonNull)
                .mapToDouble(location -> 2 * Math.min(location.pAbove(log), location.pBelow(-log)))
                .map(p -> Math.min(1, p))
                .max()
                .orElse(1);
    }
}
