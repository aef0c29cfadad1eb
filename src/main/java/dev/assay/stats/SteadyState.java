package dev.assay.stats;

import java.util.Arrays;

/**
 * Where a series of repetitions inside one process has settled, as with a just-in-time compiler: found, not assumed. The series is cut into
 * levels; steady is the last of them with all before it that are as high. After Barrett and others, Virtual Machine Warmup Blows Hot and Cold,
 * Proc. ACM Program. Lang. 1 (OOPSLA 2017) 52.
 *
 * @param shape how the series came to its end
 * @param from the index of the first steady value; the length of the series when there is none
 */
public record SteadyState(Shape shape, int from) {
    /** Steady for less than this share of the series is not known to be steady. */
    private static final double LEAST_SHARE = 0.25;

    private static final int FEWEST = 5;

    /** How a series comes to its end. */
    public enum Shape {
        /** One level from the first value on. */
        FLAT,
        /** Everything before is higher. */
        WARM_UP,
        /** Something before is lower: it became slower. */
        SLOW_DOWN,
        /** No level lasted to the end for long enough. */
        UNSTEADY
    }

    /**
     * Where a series has settled.
     *
     * @param tolerance how far two levels may lie apart and still be one, at least 0
     * @param series logarithms of times, in the order they were measured
     * @throws IllegalArgumentException if the tolerance is negative, or a value is not finite
     */
    public static SteadyState of(double tolerance, double... series) {
        SamplePreconditions.checked("a steady state", 0, series);
        if (!(tolerance >= 0)) {
            throw new IllegalArgumentException("a tolerance is 0 or more, not " + tolerance);
        }
        int n = series.length;
        int[] starts = ChangePoints.starts(series);
        double[] levels = levels(series, starts);
        double end = levels[levels.length - 1];
        int first = starts.length - 1;
        for (int i = first - 1; i >= 0 && (isLevel(levels[i], end, tolerance) || isShort(starts, i)); i--) {
            first = isLevel(levels[i], end, tolerance) ? i : first;
        }
        int from = afterSlowStart(series, starts[first], tolerance);
        if (n - from < Math.max(FEWEST, LEAST_SHARE * n)) {
            return new SteadyState(Shape.UNSTEADY, n);
        }
        boolean slower = Arrays.stream(levels, 0, first).anyMatch(level -> level < end);
        return new SteadyState(slower ? Shape.SLOW_DOWN : from == 0 ? Shape.FLAT : Shape.WARM_UP, from);
    }

    private static double[] levels(double[] series, int[] starts) {
        double[] levels = new double[starts.length];
        for (int i = 0; i < levels.length; i++) {
            int end = i + 1 < starts.length ? starts[i + 1] : series.length;
            levels[i] = Quantiles.median(Arrays.copyOfRange(series, starts[i], end));
        }
        return levels;
    }

    private static boolean isLevel(double level, double end, double tolerance) {
        return Math.abs(level - end) <= tolerance;
    }

    /** Whether a stretch is not a level but a disturbance, when the same level comes before and after it. */
    private static boolean isShort(int[] starts, int i) {
        return starts[i + 1] - starts[i] <= FEWEST;
    }

    /** A level's first values may still lie far above what follows: too few to be a level, too high to be steady. */
    private static int afterSlowStart(double[] series, int start, double tolerance) {
        int from = start;
        while (from + FEWEST < series.length) {
            double[] rest = Arrays.copyOfRange(series, from + 1, series.length);
            double limit = Math.max(Outliers.of(rest).outer().high(), Quantiles.median(rest) + tolerance);
            if (series[from] <= limit) {
                return from;
            }
            from++;
        }
        return from;
    }
}
