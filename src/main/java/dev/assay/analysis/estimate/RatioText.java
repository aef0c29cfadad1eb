package dev.assay.analysis.estimate;

import dev.assay.model.SignificantDigits;
import dev.assay.stats.Bounds;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Figures for readers. */
public final class RatioText {
    private static final int FEWEST_DIGITS = 3;
    private static final int MOST_DIGITS = 7;

    private RatioText() {}

    /**
     * A positive figure with three significant digits, or as many as it takes to show on which side of each landmark it lies: 1.2504 is not
     * written as 1.25 where 1.25 is the threshold.
     */
    public static String show(double value, double... landmarks) {
        return withDigits(value, digits(value, landmarks));
    }

    /** How many significant digits show on which side of each landmark a positive figure lies: three to seven. */
    public static int digits(double value, double... landmarks) {
        int digits = FEWEST_DIGITS;
        while (digits < MOST_DIGITS
                && !keepsSides(value, SignificantDigits.rounded(value, digits).doubleValue(), landmarks)) {
            digits++;
        }
        return digits;
    }

    /** A positive figure with that many significant digits. */
    public static String withDigits(double value, int digits) {
        return SignificantDigits.shown(value, digits);
    }

    /** The ends of an interval of logarithms, as ratios. */
    public static String interval(@Nullable Bounds logs) {
        return logs == null ? "unknown" : show(Math.exp(logs.low()), 1) + " to " + show(Math.exp(logs.high()), 1);
    }

    /** A share as a percentage of two significant digits. */
    public static String percent(double share) {
        return SignificantDigits.shown(100 * share, 2) + " %";
    }

    /** A threshold as it was written. */
    public static String exact(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static boolean keepsSides(double value, double rounded, double... landmarks) {
        for (double landmark : landmarks) {
            if (Double.compare(value, landmark) != Double.compare(rounded, landmark)) {
                return false;
            }
        }
        return true;
    }
}
