package dev.assay.model.catalog;

import dev.assay.model.catalog.Condition.Bound;
import dev.assay.model.catalog.Condition.Op;
import java.util.List;

/**
 * Of the classes of weaknesses that are silent with one guard, the share that another one does not let pass, against a threshold.
 *
 * @param of the suites of the programs
 * @param silent the guard with which the classes are silent that count
 * @param by the guard that is judged
 * @param level the confidence level in percent, 90 or 95
 * @param bound the end of the interval that must lie beyond the threshold
 * @param op the side of the threshold that it must lie on
 * @param value the threshold, from 0 to 1
 */
public record WeaknessShare(
        List<String> of, LanguageGuard silent, LanguageGuard by, int level, Bound bound, Op op, double value) {
    public WeaknessShare {
        of = List.copyOf(of);
        if (of.isEmpty() || silent == by) {
            throw new IllegalArgumentException(
                    "a share of weaknesses is of at least one suite and compares two guards");
        }
        if (level != 90 && level != 95) {
            throw new IllegalArgumentException("a level is 90 or 95, not " + level);
        }
    }
}
