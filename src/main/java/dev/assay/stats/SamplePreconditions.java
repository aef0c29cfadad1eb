package dev.assay.stats;

/** What every function here asks of the arrays it is handed. */
final class SamplePreconditions {
    private SamplePreconditions() {}

    /**
     * The given values, when they are enough and all finite.
     *
     * @param what what needs them, as the subject of the message
     * @throws IllegalArgumentException if there are fewer, or one is not finite
     */
    static double[] checked(String what, int fewest, double... values) {
        if (values.length < fewest) {
            String wanted = fewest == 1 ? "one observation" : fewest + " observations";
            throw new IllegalArgumentException(what + " needs at least " + wanted + ", not " + values.length);
        }
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("an observation is a finite number, not " + value);
            }
        }
        return values;
    }

    /**
     * The logarithms of the ratios of two series, pair by pair.
     *
     * @throws IllegalArgumentException if the series differ in length, or a value is not positive
     */
    static double[] logRatios(double[] above, double[] below) {
        samePairs(above, below);
        double[] logs = new double[above.length];
        for (int i = 0; i < logs.length; i++) {
            if (!(above[i] > 0 && below[i] > 0)) {
                throw new IllegalArgumentException(
                        "a ratio needs positive figures, not " + above[i] + " / " + below[i]);
            }
            logs[i] = Math.log(above[i]) - Math.log(below[i]);
        }
        return logs;
    }

    /** Refuses series whose values cannot be pairs. */
    static void samePairs(double[] first, double[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(
                    "pairs need series of one length, not " + first.length + " and " + second.length);
        }
    }
}
