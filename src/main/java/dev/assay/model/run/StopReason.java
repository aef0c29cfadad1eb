package dev.assay.model.run;

import dev.assay.text.Plurals;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a workload was measured no further.
 *
 * @param workload the workload's id
 * @param reason why
 * @param blocks how many blocks of it count
 * @param width half the width of a 95 % interval as a share of the ratio, of the ratio that is farthest from its target; null without one
 * @param target what that width was to become; null in records of old, which had one target for all, and where nothing was asked for
 * @param session in which of the run's sessions, from 1
 */
public record StopReason(
        String workload,
        Reason reason,
        int blocks,
        @Nullable Double width,
        @Nullable Double target,
        int session) {
    /** The end of a workload in a run of one session, or in a run as a whole. */
    public StopReason(String workload, Reason reason, int blocks, @Nullable Double width, @Nullable Double target) {
        this(workload, reason, blocks, width, target, 1);
    }

    /** The same in another session. */
    public StopReason in(int number) {
        return new StopReason(workload, reason, blocks, width, target, number);
    }

    /** How many blocks of a workload count: those of which one of its samples was timed. */
    public static int blocks(List<Sample> samples) {
        return (int) samples.stream()
                .filter(sample -> sample.mode() == SamplingMode.TIMING && !sample.warmup())
                .mapToInt(Sample::block)
                .distinct()
                .count();
    }

    /** Whether more blocks were wanted: what was asked for was not reached. */
    public boolean early() {
        return reason == Reason.BUDGET || reason == Reason.MAX_BLOCKS;
    }

    /** In words that follow the workload's name, such as {@code known to 1.4 % after 12 blocks}. */
    public String inWords() {
        String known = known();
        String after = " after " + Plurals.count(blocks, "block");
        return switch (reason) {
            case PRECISE -> "precise enough, " + known + after;
            case BUDGET -> "budget used up, " + known + after;
            case MAX_BLOCKS -> "block limit reached, " + known + after;
            case FIXED -> "all planned blocks, " + known + after;
            case INTERRUPTED -> "interrupted, " + known + after;
            case FAILED -> "nothing left to compare" + after + ": programs failed";
        };
    }

    /** The same with the target that all ratios had, where it is not recorded. */
    public StopReason toward(@Nullable Double common) {
        return target == null ? new StopReason(workload, reason, blocks, width, common, session) : this;
    }

    /** Whether its worst ratio is wider than was asked for. */
    public boolean missesTarget() {
        return width == null || (target != null && width > target);
    }

    /** The width and what was asked for, such as {@code ±6 % (target ±4 %)}. */
    public String known() {
        if (width == null) {
            return "no interval";
        }
        String wide = "±" + StoppingPolicy.share(width);
        return target == null || reason == Reason.FIXED
                ? wide
                : wide + " (target ±" + StoppingPolicy.share(target) + ")";
    }

    /** Why a workload was measured no further. */
    public enum Reason {
        /** Every comparison that is judged is known well enough. */
        PRECISE,
        /** The run's budget would not have lasted for more of it. */
        BUDGET,
        /** It had as many blocks as a workload may have. */
        MAX_BLOCKS,
        /** It had the number of blocks that was fixed beforehand. */
        FIXED,
        /** The run ended before its plan was done. */
        INTERRUPTED,
        /** Its programs failed, so that there is nothing to compare. */
        FAILED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
