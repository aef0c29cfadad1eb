package dev.assay.analysis.sample;

import dev.assay.model.Metric;
import dev.assay.stats.RandomEffects;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which builds of programs the values of a series are of.
 *
 * @param betweenBlocks for each program of which a block holds one build, which of its builds each value is of
 * @param withinBlocks for each program of which blocks hold several builds, what these add
 */
public record BuildFactors(List<int[]> betweenBlocks, List<double[]> withinBlocks) {
    public static final BuildFactors NONE = new BuildFactors(List.of(), List.of());

    /** Those of programs in some blocks; one that is not known to have several builds has none. */
    public static BuildFactors of(List<TrialSamples> programs, Metric metric, int... blocks) {
        List<int[]> between = new ArrayList<>();
        List<double[]> within = new ArrayList<>();
        for (TrialSamples program : programs) {
            between.addAll(program.builds(blocks));
            within.addAll(program.buildEffects(metric));
        }
        return new BuildFactors(between, within);
    }

    /** The same, and one more thing in which blocks differ. */
    public BuildFactors and(int... levels) {
        List<int[]> between = new ArrayList<>(betweenBlocks);
        between.add(levels);
        return new BuildFactors(between, withinBlocks);
    }

    /** What they add to the first values of the series. */
    public RandomEffects effects(double... values) {
        return RandomEffects.of(
                values,
                betweenBlocks.stream()
                        .map(each -> Arrays.copyOf(each, values.length))
                        .toList(),
                withinBlocks);
    }
}
