package dev.assay.stats;

import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * An estimate with a standard error, and the t interval that follows from it. What is only known within bounds adds them: [value - t se -
 * below, value + t se + above].
 *
 * <p>Random errors of independent estimates partly cancel, so standard errors are added as squares. Bounds do not: what a range leaves open
 * may lie on the same side in every workload, as that of a kernel's counter does which is always behind. So bounds are added as they are,
 * and the bounds of a mean are the means of the bounds.
 *
 * @param value the estimate
 * @param standardError its standard error; 0 for what has none
 * @param degreesOfFreedom of the standard error; infinite where that is 0
 * @param below how far the truth may lie below, whatever the sampling error
 * @param above how far it may lie above
 */
public record Mean(double value, double standardError, double degreesOfFreedom, double below, double above)
        implements IntervalEstimate {
    public Mean {
        if (!Double.isFinite(value)
                || !(standardError >= 0)
                || !(degreesOfFreedom > 0)
                || !(below >= 0)
                || !(above >= 0)) {
            throw new IllegalArgumentException("not an estimate: " + value + " with standard error " + standardError
                    + " of " + degreesOfFreedom + " degrees of freedom, " + below + " below and " + above + " above");
        }
    }

    /** An estimate that has no error but that of sampling. */
    public Mean(double value, double standardError, double degreesOfFreedom) {
        this(value, standardError, degreesOfFreedom, 0, 0);
    }

    /** A value that is known without error, such as the size of a file. */
    public static Mean exactly(double value) {
        return new Mean(value, 0, Double.POSITIVE_INFINITY);
    }

    /**
     * The mean of a sample: its members stand for others of their kind. The interval is g +- t_{K-1} s / sqrt(K). Of paired log ratios it is
     * the logarithm of the geometric-mean ratio, which a spike moves as far as it is large: what the processes cost, not what is typical.
     *
     * @throws IllegalArgumentException if there are fewer than two values
     */
    public static Mean ofSample(double... values) {
        int count = values.length;
        if (count < 2) {
            throw new IllegalArgumentException("the spread of a sample needs at least two values, not " + count);
        }
        // From the first value: equal values then have no spread at all.
        double first = values[0];
        double sum = 0;
        for (double value : values) {
            sum += value - first;
        }
        double mean = first + sum / count;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return new Mean(mean, Math.sqrt(squares / (count - 1) / count), count - 1);
    }

    /**
     * How far the mean of one sample lies above that of an independent one, each with a spread of its own: Welch's t test and interval.
     * Welch, Biometrika 34 (1947) 28.
     *
     * @throws IllegalArgumentException if a sample has fewer than two values
     */
    public static Mean ofDifference(double[] first, double[] second) {
        return ofSample(first).minus(ofSample(second));
    }

    /**
     * The mean of independent estimates of a fixed set: only the estimates are uncertain, not the choice of what was estimated. SE =
     * sqrt(sum se^2) / K; the degrees of freedom are those of Welch and Satterthwaite, (sum se^2)^2 / sum(se^4 / df). Satterthwaite,
     * Biometrics Bulletin 2 (1946) 110.
     *
     * @throws IllegalArgumentException if the list is empty
     */
    public static Mean ofFixedSet(List<Mean> estimates) {
        if (estimates.isEmpty()) {
            throw new IllegalArgumentException("a mean needs at least one estimate");
        }
        int count = estimates.size();
        double sum = estimates.stream().mapToDouble(Mean::value).sum();
        double variance = variance(estimates);
        double below = estimates.stream().mapToDouble(Mean::below).sum();
        double above = estimates.stream().mapToDouble(Mean::above).sum();
        return new Mean(
                sum / count,
                Math.sqrt(variance) / count,
                pooledDegreesOfFreedom(estimates, variance),
                below / count,
                above / count);
    }

    /**
     * This less an independent estimate: SE = sqrt(se1^2 + se2^2), with the degrees of freedom of Welch and Satterthwaite; what the other may
     * lie above, the difference may lie below.
     */
    public Mean minus(Mean other) {
        List<Mean> both = List.of(this, other);
        double variance = variance(both);
        return new Mean(
                value - other.value,
                Math.sqrt(variance),
                pooledDegreesOfFreedom(both, variance),
                below + other.above,
                above + other.below);
    }

    @Override
    public Bounds interval(double level) {
        double reach =
                standardError == 0 ? 0 : ConfidenceLevels.studentQuantile(level, degreesOfFreedom) * standardError;
        return new Bounds(value - reach - below, value + reach + above);
    }

    @Override
    public double pAbove(double threshold) {
        double worst = value - below;
        if (standardError == 0) {
            return worst > threshold ? 0 : 1;
        }
        return TDistribution.of(degreesOfFreedom).survivalProbability((worst - threshold) / standardError);
    }

    @Override
    public double pBelow(double threshold) {
        double worst = value + above;
        if (standardError == 0) {
            return worst < threshold ? 0 : 1;
        }
        return TDistribution.of(degreesOfFreedom).cumulativeProbability((worst - threshold) / standardError);
    }

    @Override
    public Mean mean() {
        return this;
    }

    private static double variance(List<Mean> estimates) {
        return estimates.stream()
                .mapToDouble(estimate -> estimate.standardError * estimate.standardError)
                .sum();
    }

    private static double pooledDegreesOfFreedom(List<Mean> estimates, double variance) {
        // Shares of the variance instead of fourth powers: small standard errors do not underflow.
        double weighted = 0;
        for (Mean estimate : estimates) {
            double share = variance == 0 ? 0 : estimate.standardError * estimate.standardError / variance;
            weighted += share * share / estimate.degreesOfFreedom;
        }
        return weighted == 0 ? Double.POSITIVE_INFINITY : 1 / weighted;
    }
}
