package dev.assay.benchmarks;

import dev.assay.stats.Quantiles;
import java.util.function.DoubleSupplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * How two programs of equal cost may come out, block by block. The spread is the standard deviation of one process's cost, as a share of it,
 * before what the model adds.
 */
enum NoiseModel {
    /** Costs that are normal. */
    NORMAL("normal"),
    /** Costs whose logarithms are normal. */
    LOGNORMAL("lognormal"),
    /** Lognormal, and every tenth process of one side longer by ten spreads in the mean. */
    SPIKY_ONE("spikes, one side"),
    /** The same on both sides. */
    SPIKY_BOTH("spikes, both sides"),
    /**
     * Lognormal on a machine whose speed wanders by three spreads from process to process, 95 % of which is left in the next; who runs first
     * alternates as in ABBA.
     */
    DRIFT("drift of the machine"),
    /**
     * Lognormal, and one side alone wanders by a spread, 60 % of which is left in the next block. Beyond what any interval can know from so
     * few blocks: neighbors correlate by 0.2, and its typical ratio is not that of the blocks that were measured.
     */
    DRIFT_ONE("drift of one side"),
    /** Lognormal, and each process of one side falls on one of two levels, ten spreads apart. */
    BIMODAL("two levels, one side"),
    /** Costs that come in steps of one spread, as peaks of memory come in pages. */
    TIED("ties");

    private static final double SPIKES = 0.1;
    private static final double SPIKE_SPREADS = 10;
    private static final double MACHINE_SPREADS = 3;
    private static final double MACHINE_MEMORY = 0.95;
    private static final double SIDE_MEMORY = 0.6;
    private static final double LEVEL_SPREADS = 5;
    private static final int DRAWS_FOR_TRUTH = 1_000_000;

    /** Where the log ratio lies in truth: what is typical, and the mean. */
    record Truth(double typical, double mean) {}

    private final String title;

    NoiseModel(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** The log ratios of n blocks of two programs that cost the same but for the spikes of one. */
    double[] logRatios(UniformRandomProvider random, int n, double spread) {
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        ZigguratSampler.Exponential exponential = ZigguratSampler.Exponential.of(random);
        DoubleSupplier spike =
                () -> random.nextDouble() < SPIKES ? Math.log1p(SPIKE_SPREADS * spread * exponential.sample()) : 0;
        double[] logs = new double[n];
        Wandering machine = new Wandering(normal, MACHINE_MEMORY);
        Wandering side = new Wandering(normal, SIDE_MEMORY);
        for (int i = 0; i < n; i++) {
            double first = spread * normal.sample();
            double second = spread * normal.sample();
            logs[i] = switch (this) {
                case NORMAL -> Math.log1p(first) - Math.log1p(second);
                case LOGNORMAL -> first - second;
                case SPIKY_ONE -> first + spike.getAsDouble() - second;
                case SPIKY_BOTH -> first + spike.getAsDouble() - (second + spike.getAsDouble());
                case DRIFT -> {
                    double earlier = machine.next();
                    double moved = MACHINE_SPREADS * spread * (machine.next() - earlier);
                    boolean swapped = i % 4 == 1 || i % 4 == 2;
                    yield first - second + (swapped ? moved : -moved);
                }
                case DRIFT_ONE -> first + spread * side.next() - second;
                case BIMODAL -> first + (random.nextBoolean() ? 1 : -1) * LEVEL_SPREADS * spread - second;
                case TIED ->
                    Math.log1p(spread * Math.rint(first / spread)) - Math.log1p(spread * Math.rint(second / spread));
            };
        }
        return logs;
    }

    /** 0 wherever both sides are alike or all is symmetric; else from a million draws. */
    Truth truth(UniformRandomProvider random, double spread) {
        if (this != SPIKY_ONE) {
            return new Truth(0, 0);
        }
        double[] logs = logRatios(random, DRAWS_FOR_TRUTH, spread);
        double[] averages = new double[logs.length / 2];
        double sum = 0;
        for (int i = 0; i < averages.length; i++) {
            averages[i] = (logs[2 * i] + logs[2 * i + 1]) / 2;
            sum += averages[i];
        }
        return new Truth(Quantiles.median(averages), sum / averages.length);
    }

    /** An autoregressive process of order 1, of variance 1. */
    private static final class Wandering {
        private final ZigguratSampler.NormalizedGaussian normal;
        private final double memory;
        private double state;

        Wandering(ZigguratSampler.NormalizedGaussian normal, double memory) {
            this.normal = normal;
            this.memory = memory;
            this.state = normal.sample();
        }

        double next() {
            double now = state;
            state = memory * state + Math.sqrt(1 - memory * memory) * normal.sample();
            return now;
        }
    }
}
