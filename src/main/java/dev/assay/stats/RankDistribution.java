package dev.assay.stats;

/** The distribution of a rank statistic that counts pairs, symmetric between 0 and its largest value. */
interface RankDistribution {

    /** The largest value, which is also the number of pairs. */
    int largest();

    /** P(W &lt;= w). */
    double atMost(long w);

    /** P(W &gt;= w), which by symmetry is P(W &lt;= largest - w). */
    default double atLeast(long w) {
        return atMost(largest() - w);
    }

    /**
     * How many pairs at each end a two-sided interval leaves out: k = #{w &gt;= 0 : P(W &lt;= w) &lt;= alpha / 2}. The interval runs from the k-th
     * smallest pair to the k-th largest; there is none when k = 0.
     *
     * @param level the confidence level in percent
     */
    default int depth(double level) {
        double tail = ConfidenceLevels.tail(level);
        int from = 0;
        int to = largest();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (atMost(middle) <= tail) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
