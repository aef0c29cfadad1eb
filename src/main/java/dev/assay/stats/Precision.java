package dev.assay.stats;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * When enough blocks have been measured: when the 95 % interval of the typical ratio has become narrow enough and stayed so.
 *
 * <p>Only the width is looked at, never on which side of a threshold the interval lies: stopping at the first significant look would find a
 * difference between equal programs in a quarter of all runs. There is a first look after {@value #FEWEST} blocks and one after every
 * {@value #STEP} more, so that both orders of a pair have come equally often.
 *
 * <p>A width is a matter of chance too: who stops at the first narrow interval keeps those that happen to be too narrow, and of equal
 * programs 6.7 % seem different instead of 5 (normal noise of 5 % of the ratio, up to 60 blocks, 20 000 rounds). So the interval must have
 * been narrow after each of the two steps before, and the last step, which decided nothing, is measured on top: 5.9 %.
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
    public static double halfWidth(@Nullable Bounds logRatio) {
        return logRatio == null ? Double.POSITIVE_INFINITY : Math.expm1((logRatio.high() - logRatio.low()) / 2);
    }

    /**
     * Whether the measuring may stop: there is a look after this many blocks, and the interval has stayed narrow.
     *
     * @param logRatios the paired log ratios of the counted blocks so far, in their order
     */
    public boolean isReached(double... logRatios) {
        return looksAfter(logRatios.length) && hasStayed(logRatios);
    }

    private boolean hasStayed(double... logRatios) {
        return hasStayed(
                logRatios.length,
                n -> HodgesLehmann.of(Arrays.copyOf(logRatios, n)).interval(LEVEL));
    }

    /**
     * Whether the interval was narrow enough after each of the two steps before the last.
     *
     * @param blocks how many blocks count so far
     * @param interval the 95 % interval after the first that many of them
     */
    public boolean hasStayed(int blocks, IntFunction<@Nullable Bounds> interval) {
        return IntStream.of(2 * STEP, STEP)
                .map(back -> blocks - back)
                .allMatch(n -> n > 0 && halfWidth(interval.apply(n)) <= target);
    }
}
