package dev.assay.stats;

import java.util.List;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A share of things that come in clusters, such as mistakes in programs. Things of one cluster resemble each other, so they say less than as
 * many things from anywhere. The interval is that of Korn and Graubard (Survey Methodology 24 (1998) 193): the exact one of Clopper and
 * Pearson (Biometrika 26 (1934) 404) for the number of independent things that would say as much, which follows from how the clusters differ.
 *
 * @param clusters the clusters
 */
public record ClusteredShare(List<Cluster> clusters) {
    private static final int FEWEST_CLUSTERS = 2;

    /**
     * Things that come together.
     *
     * @param hits of how many of them it is true
     * @param count how many there are
     */
    public record Cluster(int hits, int count) {
        public Cluster {
            if (count < 1 || hits < 0 || hits > count) {
                throw new IllegalArgumentException(hits + " of " + count + " is not a share");
            }
        }
    }

    /**
     * A share.
     *
     * @throws IllegalArgumentException if there are fewer than two clusters
     */
    public ClusteredShare {
        clusters = List.copyOf(clusters);
        if (clusters.size() < FEWEST_CLUSTERS) {
            throw new IllegalArgumentException("a share takes two clusters at least, not " + clusters.size());
        }
    }

    /** How many things there are. */
    public int count() {
        return clusters.stream().mapToInt(Cluster::count).sum();
    }

    /** The share. */
    public double value() {
        return (double) clusters.stream().mapToInt(Cluster::hits).sum() / count();
    }

    /**
     * The interval of a level.
     *
     * @param level between 0 and 1
     */
    public Bounds interval(double level) {
        double tail = (1 - level) / 2;
        double size = effectiveCount(tail);
        double hit = value() * size;
        double miss = size - hit;
        return new Bounds(
                hit == 0 ? 0 : BetaDistribution.of(hit, miss + 1).inverseCumulativeProbability(tail),
                miss == 0 ? 1 : BetaDistribution.of(hit + 1, miss).inverseSurvivalProbability(tail));
    }

    /** How many independent things would say as much; where clusters do not differ at all, only that they are few counts. */
    private double effectiveCount(double tail) {
        double share = value();
        double independent = share * (1 - share) / variance(share);
        double t = TDistribution.of(count() - 1).inverseSurvivalProbability(tail)
                / TDistribution.of(clusters.size() - 1).inverseSurvivalProbability(tail);
        return share == 0 || share == 1 ? count() * t * t : Math.min(count(), independent * t * t);
    }

    /** By linearization, each cluster drawn on its own. */
    private double variance(double share) {
        double squares = 0;
        for (Cluster each : clusters) {
            double apart = each.hits() - share * each.count();
            squares += apart * apart;
        }
        double number = clusters.size();
        return number / (number - 1) * squares / ((double) count() * count());
    }
}
