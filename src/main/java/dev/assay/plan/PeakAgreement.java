package dev.assay.plan;

import dev.assay.model.run.Sample;
import java.util.List;

/**
 * Whether a trial's memory samples agree, so that more of them would tell nothing new.
 *
 * <p>They agree when they lie no farther apart than the largest of their quanta, within which the kernel's counters cannot tell them apart,
 * or than 256 KiB, or than one percent of the largest. Around a fault the kernel maps up to 64 KiB of a file at once, as it happens to be
 * cached and as the mapping happens to lie; so the same program differs by some such pieces from run to run, and no number of samples
 * changes that.
 */
public final class PeakAgreement {
    private static final long LEAST_BYTES = 256L << 10;
    private static final double LEAST_SHARE = 0.01;

    private PeakAgreement() {}

    /**
     * Whether these samples agree. A single one agrees with itself.
     *
     * @param samples memory samples of one trial; those without a peak say nothing
     */
    public static boolean isReached(List<Sample> samples) {
        long least = Long.MAX_VALUE;
        long most = 0;
        long quantum = LEAST_BYTES;
        for (Sample sample : samples) {
            Long peak = sample.figures().memory().peakBytes();
            if (peak != null) {
                least = Math.min(least, peak);
                most = Math.max(most, peak);
                Long known = sample.figures().memory().peakQuantumBytes();
                quantum = Math.max(quantum, known == null ? 0 : known);
            }
        }
        return most - least <= Math.max(quantum, Math.round(most * LEAST_SHARE));
    }
}
