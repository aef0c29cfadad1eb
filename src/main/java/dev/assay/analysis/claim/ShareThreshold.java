package dev.assay.analysis.claim;

import dev.assay.model.catalog.Condition;
import dev.assay.text.NumberText;

/**
 * A threshold for a share, or for a difference of two.
 *
 * @param level the confidence level in percent
 * @param bound the end of the interval that must lie beyond it
 * @param op the side of it that the end must lie on
 * @param value the threshold
 * @param difference whether it is for a difference, which is in percentage points
 */
record ShareThreshold(int level, Condition.Bound bound, Condition.Op op, double value, boolean difference) {
    private static final double PERCENT = 100;

    String words() {
        return bound + " end " + op + " " + number(value);
    }

    String required() {
        String side = op == Condition.Op.ABOVE ? "above " : "below ";
        return side + (difference ? ShareDecision.points(value) : ShareDecision.percent(value));
    }

    String number(double share) {
        return difference ? NumberText.formatDigits(PERCENT * share, 2) : ShareDecision.percent(share);
    }
}
