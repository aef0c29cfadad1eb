package dev.assay.plan;

import dev.assay.model.PeakQuality;
import dev.assay.model.Sample;
import java.util.List;

/**
 * Whether a trial's memory samples agree, so that more of them would tell nothing new.
 *
 * <p>Peaks that were read exactly agree when they lie no farther apart than the largest of their quanta, within which the kernel's counters
 * cannot tell them apart. A quantum counts for at least 64 KiB: so much of a file the kernel maps at once around a fault, as it happens to
 * be cached. Any other peak, {@code ru_maxrss} above all, is read up to 220 KiB low on two processors: there 256 KiB or one per cent of the
 * largest must do, whichever is more.
 */
public final class PeakAgreement {
    private static final long FINEST_QUANTUM = 64L << 10;
    private static final long COARSE_QUANTUM = 256L << 10;
    private static final double COARSE_SHARE = 0.01;

    private PeakAgreement() {}

    /**
     * Whether these samples agree. A single one agrees with itself.
     *
     * @param samples memory samples of one trial; those without a peak say nothing
     */
    public static boolean of(List<Sample> samples) {
        long least = Long.MAX_VALUE;
        long most = 0;
        long quantum = FINEST_QUANTUM;
        boolean exact = true;
        for (Sample sample : samples) {
            Long peak = sample.figures().peakBytes();
            if (peak != null) {
                least = Math.min(least, peak);
                most = Math.max(most, peak);
                Long known = sample.figures().peakQuantumBytes();
                quantum = Math.max(quantum, known == null ? 0 : known);
                exact &= sample.figures().peakQuality() == PeakQuality.EXACT;
            }
        }
        if (!exact) {
            quantum = Math.max(quantum, Math.max(COARSE_QUANTUM, Math.round(most * COARSE_SHARE)));
        }
        return most - least <= quantum;
    }
}
