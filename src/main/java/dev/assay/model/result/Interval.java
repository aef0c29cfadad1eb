package dev.assay.model.result;

import dev.assay.text.RatioText;
import org.jspecify.annotations.Nullable;

/**
 * A confidence interval.
 *
 * @param low its lower end
 * @param high its upper end
 */
public record Interval(double low, double high) {
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("an interval's ends are in order, not " + low + " and " + high);
        }
    }

    /** A ratio with its interval of confidence for readers; without an interval, alone. */
    public static RatioText ratio(double ratio, @Nullable Interval interval) {
        return interval == null ? RatioText.of(ratio) : RatioText.of(ratio, interval.low, interval.high, true);
    }

    /** The interval of a ratio in words: {@code 1.001 to 1.020}. */
    public String words() {
        return ratio(low, this).words();
    }

    /** Whether the value lies inside or on an end. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
