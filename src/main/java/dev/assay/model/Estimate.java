package dev.assay.model;

import org.jspecify.annotations.Nullable;

/**
 * A value with its intervals.
 *
 * @param value the typical value: the Hodges-Lehmann estimate, or the geometric mean of such
 * @param at90 the 90 % interval; null when there are too few blocks for one
 * @param at95 the 95 % interval; null when there are too few blocks for one
 * @param blocks how many blocks it rests on
 */
public record Estimate(
        double value, @Nullable Interval at90, @Nullable Interval at95, int blocks) {

    /** The interval of a level in per cent; null when there is none. */
    public @Nullable Interval at(int level) {
        return switch (level) {
            case 90 -> at90;
            case 95 -> at95;
            default -> throw new IllegalArgumentException("a level is 90 or 95, not " + level);
        };
    }
}
