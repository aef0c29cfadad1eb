package dev.assay.benchmarks;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * Series of repetitions whose end is known, drawn so that they are like those of 1,054 forks of Java programs that others measured and labeled as
 * steady from some repetition on (see {@link SteadySimulation}). The figures below were fitted to these: how late a fork is steady, how far it lies
 * off its last level before that, and its noise.
 */
final class SteadySeries {
    static final int LENGTH = 3000;

    /** So many forks are steady from the first repetition on; of the others, the deciles of the first steady one. */
    private static final double STEADY_AT_ONCE = 0.24;

    private static final double[] STARTS = {1, 1, 7, 29, 79, 171, 282, 464, 1087, 1937, 2481};

    /** Before it is steady, a fork has a level of its own from each of these repetitions to the next. */
    private static final int[] FROM = {0, 1, 3, 10, 30, 100, 300, 1000, LENGTH};

    /** How far that level lies off the last, in logarithms: the median, and the standard deviation of its logarithm. */
    private static final double[] OFF = {1.667, 0.514, 0.255, 0.227, 0.074, 0.021, 0.007, 0.004};

    private static final double[] OFF_SPREAD = {0.69, 0.93, 1.29, 1.10, 1.64, 1.59, 1.99, 2.06};

    /** How alike neighboring levels are in that, as a correlation of ranks, and how often they lie on the same side. */
    private static final double[] ALIKE = {0.69, 0.60, 0.51, 0.42, 0.61, 0.45, 0.72};

    private static final double[] SAME_SIDE = {0.93, 0.94, 0.94, 0.91, 0.87, 0.78, 0.87};
    private static final double FASTER_AT_FIRST = 0.03;

    /** What is faster before it is steady is so by no more than this. */
    private static final double MOST_FASTER = 0.2;

    private static final double NOISE_LOG_MEAN = -4.59;
    private static final double NOISE_LOG_SPREAD = 1.23;
    private static final double MOST_NOISE = 0.1;

    /** The part of the noise, as variance, that wanders slowly: quantiles of the correlation of neighboring repetitions, from 5 to 95 %. */
    private static final double[] WANDERING = {0.02, 0.04, 0.12, 0.26, 0.44, 0.62, 0.78};

    private static final double MEMORY = 0.99;
    private static final double SPIKES = 0.05;
    private static final double SPIKE_SPREADS = 5;

    private final UniformRandomProvider random;
    private final ZigguratSampler.NormalizedGaussian normal;

    SteadySeries(UniformRandomProvider random) {
        this.random = random;
        this.normal = ZigguratSampler.NormalizedGaussian.of(random);
    }

    /** The logarithms of one fork's repetitions; its last level is 0. */
    double[] next() {
        double[] logs = noise();
        int start = start();
        double[] levels = levels();
        for (int i = 0; i < start; i++) {
            logs[i] += off(levels, i);
        }
        return logs;
    }

    /** Between the middles of two stretches it goes from the one level to the other, evenly in the logarithm of the repetition. */
    private static double off(double[] levels, int i) {
        int next = 0;
        while (next < levels.length && middle(next) <= i + 1) {
            next++;
        }
        if (next == 0 || next == levels.length) {
            return levels[Math.min(next, levels.length - 1)];
        }
        double share = Math.log((i + 1) / middle(next - 1)) / Math.log(middle(next) / middle(next - 1));
        return (1 - share) * levels[next - 1] + share * levels[next];
    }

    private static double middle(int stretch) {
        return Math.sqrt((FROM[stretch] + 1.0) * FROM[stretch + 1]);
    }

    private int start() {
        if (random.nextDouble() < STEADY_AT_ONCE) {
            return 0;
        }
        double at = random.nextDouble() * (STARTS.length - 1);
        int below = (int) at;
        double share = at - below;
        return (int) Math.round(Math.exp((1 - share) * Math.log(STARTS[below]) + share * Math.log(STARTS[below + 1])));
    }

    private double[] levels() {
        double[] levels = new double[OFF.length];
        double size = normal.sample();
        boolean faster = random.nextDouble() < FASTER_AT_FIRST;
        for (int i = 0; i < levels.length; i++) {
            double off = Math.exp(Math.log(OFF[i]) + OFF_SPREAD[i] * size);
            levels[i] = faster ? -Math.min(MOST_FASTER, off) : off;
            if (i < ALIKE.length) {
                size = ALIKE[i] * size + Math.sqrt(1 - ALIKE[i] * ALIKE[i]) * normal.sample();
                faster ^= random.nextDouble() > SAME_SIDE[i];
            }
        }
        return levels;
    }

    private double[] noise() {
        double spread = Math.min(MOST_NOISE, Math.exp(NOISE_LOG_MEAN + NOISE_LOG_SPREAD * normal.sample()));
        double slow = WANDERING[random.nextInt(WANDERING.length)];
        double[] noise = new double[LENGTH];
        double state = normal.sample();
        for (int i = 0; i < LENGTH; i++) {
            double spike = random.nextDouble() < SPIKES ? SPIKE_SPREADS * -Math.log1p(-random.nextDouble()) : 0;
            noise[i] = spread * (Math.sqrt(slow) * state + Math.sqrt(1 - slow) * normal.sample() + spike);
            state = MEMORY * state + Math.sqrt(1 - MEMORY * MEMORY) * normal.sample();
        }
        return noise;
    }

    /** So many forks, one after the other. */
    static double[][] forks(UniformRandomProvider random, int count) {
        SteadySeries series = new SteadySeries(random);
        double[][] forks = new double[count][];
        Arrays.setAll(forks, i -> series.next());
        return forks;
    }
}
