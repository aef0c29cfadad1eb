package dev.assay.stats;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Whether a series keeps its level, or steps, drifts or wanders. For each of these the Bayes factor says how much better it explains the series
 * than independent noise does, whatever the level and the size of the noise; their mean is the evidence. No test with as few false alarms, and
 * that does not depend on level and size either, finds more of the three on average (Neyman and Pearson, Phil. Trans. R. Soc. A 231 (1933) 289).
 *
 * <p>A step or drift by {@code b} noises, with b normal about 0 with a deviation of 2, explains the share r^2 of the squares. Its factor is
 * (1 + g)^((n - 2) / 2) / (1 + g (1 - r^2))^((n - 1) / 2), where g is 4 times the squares of the shape: Liang, Paulo, Molina, Clyde and Berger,
 * J. Am. Statist. Assoc. 103 (2008) 410. A step may be at any place. What wanders is noise and an autoregressive process as large as
 * the noise, of which 90 % is left in the next block; its likelihood is by the Kalman filter: Harvey, Forecasting, Structural Time Series Models and
 * the Kalman Filter (1989), section 3.4.
 *
 * <p>Values enter as the normal quantiles of rank / (n + 1), the scores of van der Waerden: spikes weigh no more than other values, and the false
 * alarms do not depend on the kind of the noise.
 *
 * @param count how many values there are, at least {@value #FEWEST}
 * @param kind what explains the series best
 * @param evidence the logarithm of the mean of the three factors; negative infinity when all values are equal
 * @param at the index of the first value behind the step that explains the series best
 */
public record LevelChange(int count, Kind kind, double evidence, int at) implements Check {
    /** In fewer values a level is chance. */
    public static final int FEWEST = 10;

    /** The values on either side of a step, at least. */
    public static final int FEWEST_A_SIDE = 3;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double SIZE = 2;
    private static final double MEMORY = 0.9;

    /** What one in twenty series of independent values exceeds: by simulation, and straight lines between. */
    private static final int[] SIZES = {10, 20, 30, 40, 60, 100, 200, 400};

    private static final double[] CRITICAL = {0.97, 0.82, 0.73, 0.61, 0.32, -0.13, -0.63, -0.96};

    /** What a series can do instead of keeping its level. */
    public enum Kind {
        /** It has one level first, and another one then. */
        STEP,
        /** It rises or falls all the time. */
        DRIFT,
        /** It swings slowly. */
        WANDER
    }

    /**
     * Looks at a series.
     *
     * @throws IllegalArgumentException if there are too few values, or one is not finite
     */
    public static LevelChange of(double... series) {
        int n = SamplePreconditions.checked("a change of level", FEWEST, series).length;
        double[] scores = scores(series);
        double squares = dot(scores, scores);
        if (squares == 0) {
            return new LevelChange(n, Kind.STEP, Double.NEGATIVE_INFINITY, n / 2);
        }
        double[] steps = IntStream.rangeClosed(FEWEST_A_SIDE, n - FEWEST_A_SIDE)
                .mapToDouble(at -> step(scores, squares, at))
                .toArray();
        int best = IntStream.range(0, steps.length)
                .reduce((one, other) -> steps[other] > steps[one] ? other : one)
                .orElseThrow();
        Map<Kind, Double> factors = new EnumMap<>(Map.of(
                Kind.STEP, logMean(steps),
                Kind.DRIFT, shape(scores, squares, i -> i / (n - 1.0)),
                Kind.WANDER, wander(scores, squares)));
        double evidence = logMean(
                factors.values().stream().mapToDouble(Double::doubleValue).toArray());
        Kind kind = Collections.max(factors.entrySet(), Map.Entry.comparingByValue())
                .getKey();
        return new LevelChange(n, kind, evidence, FEWEST_A_SIDE + best);
    }

    /** Of the negated series the negated scores, to the last bit; equal values share the mean of their ranks. */
    private static double[] scores(double... series) {
        double[] sorted = series.clone();
        Arrays.sort(sorted);
        double[] scores = Arrays.stream(series)
                .map(value -> score(rank(sorted, value), series.length + 1))
                .toArray();
        double mean = Arrays.stream(scores).average().orElseThrow();
        return Arrays.stream(scores).map(score -> score - mean).toArray();
    }

    private static double score(double rank, int of) {
        return 2 * rank > of
                ? -NORMAL.inverseCumulativeProbability((of - rank) / of)
                : NORMAL.inverseCumulativeProbability(rank / of);
    }

    private static double rank(double[] sorted, double value) {
        int first = 0;
        int last = sorted.length;
        while (first < last) {
            int middle = (first + last) >>> 1;
            if (sorted[middle] < value) {
                first = middle + 1;
            } else {
                last = middle;
            }
        }
        while (last < sorted.length && sorted[last] == value) {
            last++;
        }
        return (first + 1 + last) / 2.0;
    }

    /** The factor of a shape that is 0 before an index and 1 from there on: its products are the scores behind the step. */
    private static double step(double[] scores, double squares, int at) {
        int n = scores.length;
        int behind = n - at;
        double mean = (double) behind / n;
        double product = Arrays.stream(scores, at, n).sum();
        return factor(n, squares, product, behind - n * mean * mean);
    }

    /** The same of a shape of any form. */
    private static double shape(double[] scores, double squares, IntToDoubleFunction shape) {
        int n = scores.length;
        double[] form = IntStream.range(0, n).mapToDouble(shape).toArray();
        double mean = Arrays.stream(form).average().orElseThrow();
        return factor(n, squares, dot(form, scores), dot(form, form) - n * mean * mean);
    }

    /** The logarithm of the factor of a shape of known form and unknown size and sign. */
    private static double factor(int n, double squares, double product, double size) {
        double unexplained = Math.max(0, 1 - product * product / (size * squares));
        double g = SIZE * SIZE * size;
        return (n - 2) / 2.0 * Math.log1p(g) - (n - 1) / 2.0 * Math.log1p(g * unexplained);
    }

    /** The same of a process that wanders: the filter runs over the scores and over a level of 1, which is then estimated and taken out. */
    private static double wander(double[] scores, double squares) {
        int n = scores.length;
        double state = 0;
        double level = 0;
        double variance = 1;
        double determinant = -Math.log(n);
        double own = 0;
        double mixed = 0;
        double levels = 0;
        for (double score : scores) {
            double total = variance + 1;
            double surprise = score - state;
            double rest = 1 - level;
            own += surprise * surprise / total;
            mixed += surprise * rest / total;
            levels += rest * rest / total;
            determinant += Math.log(total);
            double gain = variance / total;
            state = MEMORY * (state + gain * surprise);
            level = MEMORY * (level + gain * rest);
            variance = MEMORY * MEMORY * gain + 1 - MEMORY * MEMORY;
        }
        double unexplained = (own - mixed * mixed / levels) / squares;
        return -(determinant + Math.log(levels)) / 2 - (n - 1) / 2.0 * Math.log(unexplained);
    }

    private static double dot(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> one[i] * other[i])
                .sum();
    }

    private static double logMean(double... logs) {
        double most = Arrays.stream(logs).max().orElseThrow();
        return most
                + Math.log(DoubleStream.of(logs)
                        .map(log -> Math.exp(log - most))
                        .average()
                        .orElseThrow());
    }

    /**
     * What one in twenty series exceeds that keeps its level, so that of two sides one does so in a tenth of the pairs. A test that guards the
     * assumption of another is best not too strict (10 % for a carry-over: Grizzle, Biometrics 21 (1965) 467). What it misses leaves an interval that
     * covers half of the time and less; a false alarm voids only a verdict that its correction changes. By simulation, 10 % instead of 5 % finds 6 to
     * 10 more of 100 steps and drifts in 10 to 20 blocks, and costs the verdict of one or two of 100 clean pairs whose interval ends near the margin.
     */
    public double threshold() {
        return Interpolation.interpolate(count, SIZES, CRITICAL);
    }

    @Override
    public boolean fires() {
        return evidence > threshold();
    }
}
