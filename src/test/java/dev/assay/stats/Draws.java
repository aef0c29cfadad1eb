package dev.assay.stats;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/** Samples from seeds. */
final class Draws {
    private Draws() {}

    static UniformRandomProvider random(long seed) {
        return RandomSource.SPLIT_MIX_64.create(seed);
    }

    /** Independent standard normal values. */
    static double[] normal(UniformRandomProvider random, int n) {
        return ZigguratSampler.NormalizedGaussian.of(random).samples(n).toArray();
    }

    static double[] normal(long seed, int n) {
        return normal(random(seed), n);
    }

    /** Each value resembles the one before it; the spread of all is 1. */
    static double[] autoregressive(UniformRandomProvider random, int n, double rho) {
        double[] values = normal(random, n);
        for (int i = 1; i < n; i++) {
            values[i] = rho * values[i - 1] + Math.sqrt(1 - rho * rho) * values[i];
        }
        return values;
    }

    static double[] negated(double... values) {
        return Arrays.stream(values).map(value -> -value).toArray();
    }

    static double[] scaled(double factor, double... values) {
        return Arrays.stream(values).map(value -> factor * value).toArray();
    }

    static double[] shifted(double by, double... values) {
        return Arrays.stream(values).map(value -> value + by).toArray();
    }

    static double[] constant(double value, int n) {
        double[] values = new double[n];
        Arrays.fill(values, value);
        return values;
    }

    /** Every second value, from the first or from the second on. */
    static double[] everySecond(double[] values, int from) {
        double[] half = new double[(values.length - from + 1) / 2];
        Arrays.setAll(half, i -> values[from + 2 * i]);
        return half;
    }
}
