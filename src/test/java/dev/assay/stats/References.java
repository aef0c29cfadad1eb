package dev.assay.stats;

/** Series with known results, computed with SciPy and NumPy. */
final class References {
    static final double[] RUST = {1.062, 1.071, 1.058, 1.066, 1.391, 1.074, 1.069, 1.060, 1.083, 1.065, 1.077, 1.068};
    static final double[] C = {1.004, 1.011, .998, 1.009, 1.013, 1.015, 1.002, 1.007, 1.021, 1.000, 1.012, 1.010};
    static final double[] PYTHON = {31.42, 31.95, 31.10, 31.61, 32.02, 31.88, 31.37, 31.55, 32.41, 31.29, 31.73, 31.66};
    static final double[] ONE_THREAD = {4.02, 4.05, 4.01, 4.03, 4.08, 4.00, 4.04, 4.06, 4.02, 4.03};
    static final double[] FOUR_THREADS = {4.11, 4.13, 4.07, 4.15, 4.16, 4.09, 4.12, 4.18, 4.10, 4.11};

    private References() {}

    /** The logarithms of the ratios of two series, pair by pair. */
    static double[] logRatios(double[] above, double[] below) {
        double[] logs = new double[above.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.log(above[i]) - Math.log(below[i]);
        }
        return logs;
    }
}
