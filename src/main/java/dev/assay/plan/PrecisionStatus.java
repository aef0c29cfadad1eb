package dev.assay.plan;

import dev.assay.model.run.TrialId;
import org.jspecify.annotations.Nullable;

/**
 * How well a group is known: as well as that one of its comparisons that is known worst.
 *
 * @param baseline the trial above the line of that comparison
 * @param contender the trial below it; null when the group has nothing to compare, and the time of one trial is what is to become known
 * @param value the typical ratio, or that time in nanoseconds; NaN before anything counts
 * @param width half the width of its 95 % interval as a share of it; infinite before there is one
 * @param target the width that is asked for
 * @param precise whether the group is known well enough: a width is a matter of chance, so that a narrow one alone does not do
 */
public record PrecisionStatus(
        TrialId baseline, @Nullable TrialId contender, double value, double width, double target, boolean precise) {

    /** The width; null before there is an interval. */
    public @Nullable Double knownWidth() {
        return Double.isFinite(width) ? (Double) width : null;
    }

    /** How many blocks it takes to know it well enough, by what so many have shown: a width falls with the root of their number. */
    public double neededBlocks(int blocks) {
        double times = width / target;
        return blocks * times * times;
    }
}
