package dev.assay.stats;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.Trigamma;

/**
 * What the variances of many groups say of each other. A variance of few values is hardly known; the variances of all groups together tell which
 * are usual, and how far they scatter. Each is then pulled towards the usual one, the more the fewer values it has and the less they scatter.
 * Smyth, Stat. Appl. Genet. Mol. Biol. 3 (2004) 3: the true variances are drawn from a scaled inverse chi-squared distribution, whose parameters
 * follow from mean and variance of the logarithms of those observed.
 *
 * @param variance the usual variance, at least 0
 * @param degrees how many degrees of freedom that is worth; 0 when nothing is known of it, infinite when all groups have the same
 * @param pooled the degrees of freedom of all groups together, which no moderated variance exceeds
 */
public record VariancePrior(double variance, double degrees, double pooled) {
    /** Nothing is known of other groups. */
    private static final VariancePrior NONE = new VariancePrior(0, 0, Double.POSITIVE_INFINITY);

    /** A variance of 0 has no logarithm; so small a share of the typical one stands for it. */
    private static final double LEAST = 1e-5;

    /**
     * What is usual among groups.
     *
     * @param variances the variance of each group
     * @param degrees the degrees of freedom of each, above 0
     * @return what is usual; of fewer than two groups, or where most variances are 0, nothing
     * @throws IllegalArgumentException if there are not as many of both
     */
    public static VariancePrior of(double[] variances, double[] degrees) {
        int groups = variances.length;
        if (degrees.length != groups) {
            throw new IllegalArgumentException(groups + " variances with " + degrees.length + " degrees of freedom");
        }
        double typical = groups < 2 ? 0 : Quantiles.median(variances);
        if (typical == 0) {
            return NONE;
        }
        double[] centered = IntStream.range(0, groups)
                .mapToDouble(i -> Math.log(Math.max(variances[i], LEAST * typical)) - logBias(degrees[i]))
                .toArray();
        double mean = Arrays.stream(centered).average().orElseThrow();
        double scatter =
                Arrays.stream(centered).map(log -> (log - mean) * (log - mean)).sum() / (groups - 1);
        double sampling = Arrays.stream(degrees)
                .map(each -> Trigamma.value(each / 2))
                .average()
                .orElseThrow();
        double pooled = Arrays.stream(degrees).sum();
        if (scatter <= sampling) {
            double all = Arrays.stream(variances).average().orElseThrow();
            return new VariancePrior(all, Double.POSITIVE_INFINITY, pooled);
        }
        double prior = 2 * inverse(Trigamma::value, scatter - sampling);
        return new VariancePrior(Math.exp(mean + logBias(prior)), prior, pooled);
    }

    /** By how much the mean logarithm of variances lies above that of the true one. */
    private static double logBias(double degrees) {
        return Digamma.value(degrees / 2) - Math.log(degrees / 2);
    }

    /** Where a falling function of a positive number has a value: by halving what it may lie between, in logarithms. */
    private static double inverse(DoubleUnaryOperator falling, double value) {
        double low = -50;
        double high = 50;
        while (high - low > 1e-13) {
            double middle = (low + high) / 2;
            if (falling.applyAsDouble(Math.exp(middle)) > value) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.exp((low + high) / 2);
    }

    /**
     * The variance of a group in the light of the others.
     *
     * @param observed its own variance
     * @param own the degrees of freedom of that
     */
    public double moderated(double observed, double own) {
        return Double.isInfinite(degrees) ? variance : (degrees * variance + own * observed) / (degrees + own);
    }

    /** The degrees of freedom of the moderated variance of a group that has that many of its own. */
    public double moderatedDegrees(double own) {
        return Math.min(degrees + own, Math.max(pooled, own));
    }
}
