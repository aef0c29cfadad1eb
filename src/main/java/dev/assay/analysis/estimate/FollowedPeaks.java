package dev.assay.analysis.estimate;

import dev.assay.analysis.sample.TrialSamples;
import dev.assay.model.run.PeakQuality;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.stats.Quantiles;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * Whether what followed processes say of a trial's memory holds for those that were timed. Where it does not, the peaks of the timed ones
 * stand, which the kernel tells by {@code ru_maxrss}: for both sides of a ratio, since a peak is known in the same way on both.
 *
 * <p>It does not in three cases. A program may fail when it is followed, because it traces others itself or gets another user's rights; then it
 * ran once more, alone. It may not fail and do less, as a debugger does that only says that it cannot start its program. And being followed
 * delays the ends of threads and processes, so that who makes many that live shortly holds more of them at once than by itself.
 */
public final class FollowedPeaks {
    /** Beyond what layout and the kernel's own batches make of it. */
    private static final double CLEARLY = 1.1;

    private static final long CLEARLY_BYTES = 1 << 20;

    /** More than the meter itself ever holds, from which {@code ru_maxrss} of a small program starts. */
    private static final long METER_BYTES = 4 << 20;

    private FollowedPeaks() {}

    /** Whether the process was followed, and its peak read from its address spaces. */
    public static boolean isFollowed(Sample sample) {
        PeakQuality quality = sample.figures().memory().peakQuality();
        return quality != null && quality != PeakQuality.RUSAGE;
    }

    /**
     * The trial without processes whose peaks do not count.
     *
     * @param follows whether any process of the run was followed: where none could be, the ones that were meant to be are as good
     */
    static TrialSamples checked(TrialSamples measured, boolean follows) {
        return isUnfollowable(measured, follows) || isInflated(measured) || isDeflated(measured)
                ? measured.with(measured.counted(SamplingMode.TIMING))
                : measured;
    }

    /** Whether peaks of its own were asked for, and do not count. */
    public static boolean isReplaced(TrialSamples measured) {
        return !measured.counted().isEmpty()
                && measured.counted(SamplingMode.MEMORY).isEmpty()
                && measured.samples().stream()
                        .anyMatch(sample -> sample.mode() == SamplingMode.MEMORY && !sample.lost() && !sample.warmup());
    }

    /** Whether it could not be followed, though others could. */
    static boolean isUnfollowable(TrialSamples measured, boolean follows) {
        List<Sample> memory = peaks(measured, SamplingMode.MEMORY);
        return follows
                && !memory.isEmpty()
                && memory.stream().noneMatch(FollowedPeaks::isFollowed)
                && !peaks(measured, SamplingMode.TIMING).isEmpty();
    }

    /** Whether it held clearly more when it was followed. What the kernel did not tell of, such as children that nobody waits for, may be more by right. */
    static boolean isInflated(TrialSamples measured) {
        boolean told = measured.samples().stream()
                .noneMatch(sample -> sample.figures().cpu().incomplete());
        double[] followed = followed(measured);
        OptionalDouble timed = timed(measured).max();
        return told
                && followed.length > 0
                && timed.isPresent()
                && Quantiles.median(followed) > CLEARLY * timed.getAsDouble() + CLEARLY_BYTES;
    }

    /** Whether each that was followed held clearly less than any that was timed: the kernel's peak of a process is nobody else's but the meter's. */
    static boolean isDeflated(TrialSamples measured) {
        double[] followed = followed(measured);
        OptionalDouble timed = timed(measured).min();
        return followed.length > 0
                && timed.isPresent()
                && timed.getAsDouble() > CLEARLY * Arrays.stream(followed).max().orElseThrow() + METER_BYTES;
    }

    private static double[] followed(TrialSamples measured) {
        return peaks(measured, SamplingMode.MEMORY).stream()
                .filter(FollowedPeaks::isFollowed)
                .mapToDouble(FollowedPeaks::peak)
                .toArray();
    }

    private static DoubleStream timed(TrialSamples measured) {
        return peaks(measured, SamplingMode.TIMING).stream().mapToDouble(FollowedPeaks::peak);
    }

    private static List<Sample> peaks(TrialSamples measured, SamplingMode mode) {
        return measured.counted(mode).stream()
                .filter(sample -> sample.figures().memory().peakBytes() != null)
                .toList();
    }

    private static double peak(Sample sample) {
        return Objects.requireNonNull(sample.figures().memory().peakBytes());
    }
}
