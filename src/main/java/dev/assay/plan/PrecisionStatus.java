package dev.assay.plan;

import dev.assay.model.run.TrialId;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well a comparison is known.
 *
 * @param baseline the trial above the line of that comparison
 * @param contender the trial below it; null when a group has nothing to compare, and the time of one trial is what is to become known
 * @param value the typical ratio, or that time in nanoseconds; NaN before anything counts
 * @param width half the width of its 95 % interval as a share of it; infinite before there is one
 * @param target the width that is asked for
 * @param precise whether it is known well enough: a width is a matter of chance, so that a narrow one alone does not do
 * @param claimed whether a claim asks for more than is known
 */
public record PrecisionStatus(
        TrialId baseline,
        @Nullable TrialId contender,
        double value,
        double width,
        double target,
        boolean precise,
        boolean claimed) {
    private static final Comparator<PrecisionStatus> WORST_LAST =
            Comparator.comparing(PrecisionStatus::precise).reversed().thenComparingDouble(PrecisionStatus::excess);

    /** Of the comparisons of a group, of which there is at least one, the one that is farthest from its target. */
    public static PrecisionStatus worst(List<PrecisionStatus> group) {
        return group.stream().max(WORST_LAST).orElseThrow();
    }

    /** How many times as wide as its target. */
    private double excess() {
        return width / target;
    }

    /** The width; null before there is an interval. */
    public @Nullable Double knownWidth() {
        return Double.isFinite(width) ? (Double) width : null;
    }

    /** Whether a trial is one of its sides. */
    public boolean isAbout(TrialId trial) {
        return trial.equals(baseline) || trial.equals(contender);
    }

    /** How many blocks it takes to know it well enough, by what so many have shown: a width falls with the root of their number. */
    public double neededBlocks(int blocks) {
        return blocks * excess() * excess();
    }
}
