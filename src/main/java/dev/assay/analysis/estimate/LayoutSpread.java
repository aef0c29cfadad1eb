package dev.assay.analysis.estimate;

import dev.assay.analysis.sample.BlockSeries;
import dev.assay.analysis.sample.TrialSamples;
import dev.assay.model.Metric;
import dev.assay.stats.AcrossLevels;
import dev.assay.stats.IntervalEstimate;
import dev.assay.stats.Mean;
import dev.assay.stats.RandomEffects;
import dev.assay.stats.VariancePrior;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How far the layouts of a program lie apart. Three layouts of one program hardly tell, so those of all programs together do, by
 * {@link VariancePrior}. It is needed where a program has changed: the new one has layouts of its own, and a difference between three of the one
 * and three of the other may be chance.
 */
public final class LayoutSpread {
    private final VariancePrior prior;

    private LayoutSpread(VariancePrior prior) {
        this.prior = prior;
    }

    /**
     * The layouts of one program in one run.
     *
     * @param count how many were timed, at least 1
     * @param squares the squared distances of their typical logarithms from the mean of these, summed
     */
    public record Layouts(int count, double squares) {
        /** Those of a program, by the series of its times in a metric, which is not empty. */
        public static Layouts of(TrialSamples program, BlockSeries times, Metric metric) {
            List<double[]> effects = new ArrayList<>(program.buildEffects(metric));
            effects.addAll(RandomEffects.of(times.values(), program.builds(times.blocks()))
                    .effects());
            double[] layouts = effects.isEmpty() ? new double[1] : effects.get(0);
            return new Layouts(
                    layouts.length,
                    Arrays.stream(layouts).map(effect -> effect * effect).sum());
        }
    }

    /** That of programs, each with its layouts in one run or in several. */
    public static LayoutSpread of(List<List<Layouts>> programs) {
        List<List<Layouts>> several =
                programs.stream().filter(program -> degrees(program) > 0).toList();
        return new LayoutSpread(VariancePrior.of(
                several.stream().mapToDouble(LayoutSpread::variance).toArray(),
                several.stream().mapToDouble(LayoutSpread::degrees).toArray()));
    }

    private static int degrees(List<Layouts> program) {
        return program.stream().mapToInt(layouts -> layouts.count() - 1).sum();
    }

    private static double variance(List<Layouts> program) {
        return program.stream().mapToDouble(Layouts::squares).sum() / degrees(program);
    }

    /**
     * Where a figure of a program lies for whatever layouts; unchanged for one of a single layout.
     *
     * @param location where it lies for the measured ones
     * @param program its layouts in each of the runs that the figure is of
     */
    public IntervalEstimate across(IntervalEstimate location, List<Layouts> program) {
        int own = degrees(program);
        if (own == 0) {
            return location;
        }
        double each = prior.moderated(variance(program), own);
        double error = Math.sqrt(
                program.stream().mapToDouble(layouts -> each / layouts.count()).sum());
        return new AcrossLevels(location, new Mean(location.value(), error, prior.moderatedDegrees(own)));
    }
}
