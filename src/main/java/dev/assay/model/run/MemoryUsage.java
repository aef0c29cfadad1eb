package dev.assay.model.run;

import org.jspecify.annotations.Nullable;

/**
 * The memory that one process and its descendants held at most, in bytes; null where nothing is known.
 *
 * @param peakBytes peak resident memory of the largest process
 * @param peakQuality how the peak became known
 * @param peakQuantumBytes by how much the true peak may be larger: the kernel's own counters are no finer
 * @param treePeakLowBytes lower bound of the tree's peak
 * @param treePeakHighBytes upper bound of the tree's peak
 */
public record MemoryUsage(
        @Nullable Long peakBytes,
        @Nullable PeakQuality peakQuality,
        @Nullable Long peakQuantumBytes,
        @Nullable Long treePeakLowBytes,
        @Nullable Long treePeakHighBytes) {
    /** Nothing is known of it. */
    public static final MemoryUsage NONE = new MemoryUsage(null, null, null, null, null);
}
