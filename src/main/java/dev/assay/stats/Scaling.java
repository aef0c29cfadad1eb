package dev.assay.stats;

/** What more threads bring, from times of the same work with one thread and with several in the same blocks. */
public final class Scaling {
    private Scaling() {}

    /**
     * The logarithm of the speed-up t1 / tp.
     *
     * @param alone times with one thread, all positive
     * @param together times with several threads, block by block
     */
    public static HodgesLehmann speedUp(double[] alone, double[] together) {
        return efficiency(alone, together, 1);
    }

    /**
     * The logarithm of the efficiency t1 / (p tp): 0 where every thread does its whole share.
     *
     * @param threads how many threads p there were, at least one
     */
    public static HodgesLehmann efficiency(double[] alone, double[] together, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("an efficiency needs at least one thread, not " + threads);
        }
        double[] logs = SamplePreconditions.logRatios(alone, together);
        double share = Math.log(threads);
        for (int i = 0; i < logs.length; i++) {
            logs[i] -= share;
        }
        return HodgesLehmann.of(logs);
    }
}
