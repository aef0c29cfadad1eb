package dev.assay.stats;

/**
 * The generator SplitMix64: the same indices for a seed on every machine and in every language. Steele, Lea and Flood, OOPSLA 2014, p. 453.
 */
final class SplitMix64 {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    SplitMix64(long seed) {
        this.state = seed;
    }

    private long next() {
        state += GAMMA;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** An index below n: the upper 31 bits, scaled. */
    int index(int n) {
        return (int) (((next() >>> 33) * n) >>> 31);
    }
}
