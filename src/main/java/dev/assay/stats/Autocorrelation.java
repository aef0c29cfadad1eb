package dev.assay.stats;

/**
 * How much a block resembles the one before it.
 *
 * @param count how many blocks there are, at least three
 * @param r1 the lag-1 autocorrelation, sum (x_i - m)(x_{i+1} - m) / sum (x_i - m)^2; 0 when all are equal
 */
public record Autocorrelation(int count, double r1) implements Check {
    private static final int FEWEST = 3;

    public Autocorrelation {
        if (count < FEWEST || !(Math.abs(r1) <= 1)) {
            throw new IllegalArgumentException("not an autocorrelation: " + r1 + " of " + count);
        }
    }

    /**
     * The lag-1 autocorrelation of a series.
     *
     * @throws IllegalArgumentException if there are fewer than three values, or one is not finite
     */
    public static Autocorrelation of(double... series) {
        SamplePreconditions.checked("an autocorrelation", FEWEST, series);
        double mean = Mean.ofSample(series).value();
        double products = 0;
        double squares = 0;
        for (int i = 0; i < series.length; i++) {
            double deviation = series[i] - mean;
            squares += deviation * deviation;
            products += i == 0 ? 0 : deviation * (series[i - 1] - mean);
        }
        return new Autocorrelation(series.length, squares == 0 ? 0 : products / squares);
    }

    /** What |r1| of independent values exceeds in at most one series of twenty: 1.96 / sqrt(n). */
    public double threshold() {
        return 1.96 / Math.sqrt(count);
    }

    @Override
    public boolean fires() {
        return Math.abs(r1) > threshold();
    }

    /**
     * r1 without its bias: deviations from the series' own mean make it too small, by (1 + 4 rho) / n in the mean. Marriott and Pope,
     * Biometrika 41 (1954) 390. So short a series cannot tell rho from 1 when r1 is large; it is held at (n - 1) / (n + 1), where n blocks are
     * worth a single one.
     */
    public double corrected() {
        double most = (count - 1.0) / (count + 1);
        double rho = count > 4 ? (count * r1 + 1) / (count - 4) : most;
        return Math.max(-most, Math.min(most, rho));
    }

    /**
     * By how much an interval of independent blocks is too narrow for these: sqrt((1 + rho) / (1 - rho)) with the corrected rho, 1 to sqrt(n).
     * Neighbors that differ more than others never make it narrower.
     */
    public double widening() {
        double rho = Math.max(0, corrected());
        return Math.sqrt((1 + rho) / (1 - rho));
    }
}
