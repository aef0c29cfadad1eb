package dev.assay.stats;

import org.jspecify.annotations.Nullable;

/**
 * When enough blocks have been measured: as soon as the 95 % interval of the typical ratio is narrow enough.
 *
 * <p>Only the width is looked at, never on which side of a threshold the interval lies: stopping at the first significant look would find a
 * difference between equal programs in a quarter of all runs. There is a first look after {@value #FEWEST} blocks and one after every
 * {@value #STEP} more, so that both orders of a pair have come equally often.
 *
 * @param target the half-width to reach, as a share of the ratio: 0.02 for 2 %
 */
public record Precision(double target) {
    /** The blocks before the first look. */
    public static final int FEWEST = 10;

    /** The blocks between two looks. */
    public static final int STEP = 2;

    private static final int LEVEL = 95;

    public Precision {
        if (!(target > 0 && Double.isFinite(target))) {
            throw new IllegalArgumentException("a precision is a share above 0, not " + target);
        }
    }

    /** Whether there is a look after that many blocks. */
    public static boolean looksAfter(int blocks) {
        return blocks >= FEWEST && (blocks - FEWEST) % STEP == 0;
    }

    /** The half-width of an interval of log ratios as a share of the ratio, exp((U - L) / 2) - 1; infinite when there is none. */
    public static double of(@Nullable Bounds logRatio) {
        return logRatio == null ? Double.POSITIVE_INFINITY : Math.expm1((logRatio.high() - logRatio.low()) / 2);
    }

    /**
     * Whether the measuring may stop: there is a look after this many blocks, and the interval is narrow enough.
     *
     * @param logRatios the paired log ratios of the counted blocks so far
     */
    public boolean isReached(double... logRatios) {
        return looksAfter(logRatios.length) && of(HodgesLehmann.of(logRatios).interval(LEVEL)) <= target;
    }
}
