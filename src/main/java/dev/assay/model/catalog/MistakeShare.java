package dev.assay.model.catalog;

import dev.assay.model.catalog.Condition.Bound;
import dev.assay.model.catalog.Condition.Op;
import java.util.List;

/**
 * The share of seeded mistakes that have a fate, against a threshold.
 *
 * @param fate the fate
 * @param of the suites of the programs
 * @param finders who looks for the mistakes: one for its share, or two for the second one's share less the first one's
 * @param level the confidence level in percent, 90 or 95
 * @param bound the end of the interval that must lie beyond the threshold
 * @param op the side of the threshold that it must lie on
 * @param value the threshold, from -1 to 1
 */
public record MistakeShare(
        MistakeFate fate, List<String> of, List<MistakeFinder> finders, int level, Bound bound, Op op, double value) {
    public MistakeShare {
        of = List.copyOf(of);
        finders = List.copyOf(finders);
        if (of.isEmpty() || finders.isEmpty() || finders.size() > 2) {
            throw new IllegalArgumentException("a share is of at least one suite and has one or two finders");
        }
        if (level != 90 && level != 95) {
            throw new IllegalArgumentException("a level is 90 or 95, not " + level);
        }
    }
}
