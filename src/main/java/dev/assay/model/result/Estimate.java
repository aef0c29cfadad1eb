package dev.assay.model.result;

import dev.assay.text.Plurals;
import dev.assay.text.RatioText;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A value with its intervals.
 *
 * @param value the typical value: the Hodges-Lehmann estimate, the median of few memory samples, or the geometric mean of such
 * @param at90 the 90 % interval; null when there are too few blocks for one
 * @param at95 the 95 % interval; null when there are too few blocks for one
 * @param blocks how many blocks it rests on; of a range, how many samples
 * @param kind what the intervals are; said wherever one is shown
 */
public record Estimate(
        double value, @Nullable Interval at90, @Nullable Interval at95, int blocks, Kind kind) {

    /** The interval of a level in percent; null when there is none. */
    public @Nullable Interval intervalAt(int level) {
        return switch (level) {
            case 90 -> at90;
            case 95 -> at95;
            default -> throw new IllegalArgumentException("a level is 90 or 95, not " + level);
        };
    }

    /** The value as a ratio with its 95 % interval for readers. */
    public RatioText ratio() {
        return ratio(95);
    }

    /** The value as a ratio with the interval of a level for readers. */
    public RatioText ratio(int level) {
        Interval interval = intervalAt(level);
        return interval == null
                ? RatioText.of(value)
                : RatioText.of(value, interval.low(), interval.high(), kind == Kind.CONFIDENCE);
    }

    /** What the interval of a level is, in words: {@code 95 % interval}, {@code range of 3 samples}. */
    public String intervalWords(int level) {
        return switch (kind) {
            case CONFIDENCE -> level + " % interval";
            case RANGE -> "range of " + Plurals.count(blocks, "sample");
            case MIXED -> level + " % interval, partly ranges";
        };
    }

    /** What an interval is. */
    public enum Kind {
        /** Intervals made this way miss the truth as rarely as their level says. */
        CONFIDENCE,
        /** All that was seen, and what the instrument cannot tell; no confidence goes with it, and every level has the same. */
        RANGE,
        /** An interval of confidence, widened by what is only known as a range. */
        MIXED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
