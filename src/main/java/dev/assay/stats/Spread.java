package dev.assay.stats;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How far a further value of a kind may lie from the median of few: the distance over it follows Student's t, about. The standard deviation is
 * the first quartile of the distances between any two values, times 2.2191, which half of the values cannot move at will (the Qn of Rousseeuw
 * and Croux, J. Am. Stat. Assoc. 88 (1993) 1273). It knows no middle; so groups that lie apart tell it together, each by its own distances.
 *
 * @param sd the standard deviation of the distance between the median and a further value, at least 0
 * @param degrees the degrees of freedom, above 0
 */
public record Spread(double sd, double degrees) {
    /** 1 / (sqrt(2) z) where z is the normal quantile of 5/8. */
    private static final double NORMAL = 2.21914446598508;

    /** The variance of a median of n normal values is that many times their own, over n. */
    private static final double OF_A_MEDIAN = Math.PI / 2;

    /**
     * Such a quartile of n values is too large by about (n + 1.4) / n where its t quantiles of 1 % and 0.01 % are, and these are those of 0.5 n +
     * 0.006 n^2 degrees of freedom: by simulation with 400,000 samples each of 5 to 30 normal values.
     */
    private static final double SMALL_SAMPLE = 1.4;

    private static final double DEGREES_EACH = 0.5;
    private static final double DEGREES_EACH_SQUARED = 0.006;

    public Spread {
        if (!(sd >= 0) || !(degrees > 0)) {
            throw new IllegalArgumentException("not a spread: " + sd + " with " + degrees + " degrees of freedom");
        }
    }

    /**
     * The spread of some groups of values about what is usual in each.
     *
     * @param groups one or more groups, one of them of at least two values
     * @param behind how many values the median rests on, at least one
     * @throws IllegalArgumentException if no group has two values
     */
    public static Spread of(List<double[]> groups, int behind) {
        double[] distances = groups.stream()
                .map(Spread::distances)
                .flatMapToDouble(Arrays::stream)
                .toArray();
        int n = 1 + groups.stream().mapToInt(group -> group.length - 1).sum();
        if (distances.length == 0 || behind < 1) {
            throw new IllegalArgumentException("a spread needs two values, and a median that rests on one");
        }
        double sd = NORMAL * Quantiles.quantile(distances, 0.25) * n / (n + SMALL_SAMPLE);
        return new Spread(sd * Math.sqrt(1 + OF_A_MEDIAN / behind), DEGREES_EACH * n + DEGREES_EACH_SQUARED * n * n);
    }

    private static double[] distances(double[] group) {
        double[] distances = new double[group.length * (group.length - 1) / 2];
        int next = 0;
        for (int i = 1; i < group.length; i++) {
            for (int j = 0; j < i; j++) {
                distances[next++] = Math.abs(group[i] - group[j]);
            }
        }
        return distances;
    }

    /** How likely a value that is like the others lies so far out on one side. */
    public double p(double distance) {
        if (sd == 0) {
            return distance > 0 ? 0 : 1;
        }
        return TDistribution.of(degrees).survivalProbability(distance / sd);
    }

    /** How far out on one side it lies with a probability, below 1/2. */
    public double distance(double p) {
        return sd == 0 ? 0 : sd * TDistribution.of(degrees).inverseSurvivalProbability(p);
    }
}
