package dev.assay.run;

import dev.assay.model.catalog.ProbeOutcome;
import dev.assay.model.run.ProbeResult.PeakAt;
import java.util.List;

/**
 * Whether a program's memory grows with what it makes.
 *
 * <p>A program that gave nothing back would hold {@code bytesEach} more for each thing that it makes. Memory <em>leaks</em> when from every
 * count to the next the peak rises by at least half of that: no saving of the allocator's makes up for so much. It stays <em>level</em> when
 * all peaks together lie within a tenth of what would have been held between the first count and the last: as much as a collector that comes
 * late, or the allocator's own stock, may take. Anything else is unclear.
 */
final class LeakDetector {
    private static final double LEAKING = 0.5;
    private static final double LEVEL = 0.1;

    private LeakDetector() {}

    /** Judges the peaks at two counts or more, rising. */
    static ProbeOutcome judge(List<PeakAt> peaks, long bytesEach) {
        boolean leaks = true;
        long highest = Long.MIN_VALUE;
        long lowest = Long.MAX_VALUE;
        for (int i = 0; i < peaks.size(); i++) {
            highest = Math.max(highest, peaks.get(i).peakBytes());
            lowest = Math.min(lowest, peaks.get(i).peakBytes());
            if (i > 0) {
                long rise = peaks.get(i).peakBytes() - peaks.get(i - 1).peakBytes();
                leaks &= rise >= LEAKING * made(peaks.get(i - 1), peaks.get(i), bytesEach);
            }
        }
        if (leaks) {
            return ProbeOutcome.LEAKS;
        }
        double all = made(peaks.get(0), peaks.get(peaks.size() - 1), bytesEach);
        return highest - lowest <= LEVEL * all ? ProbeOutcome.LEVEL : ProbeOutcome.UNCLEAR;
    }

    private static double made(PeakAt from, PeakAt to, long bytesEach) {
        return (double) (to.count() - from.count()) * bytesEach;
    }
}
