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
 * @param width half the width of the widest 95 % interval of those that were to become narrow, as a share of the ratio; null without one
 * @param session in which of the run's sessions, from 1
 */
public record StopReason(
        String workload,
        Reason reason,
        int blocks,
        @Nullable Double width,
        int session) {
    /** The end of a workload in a run of one session, or in a run as a whole. */
    public StopReason(String workload, Reason reason, int blocks, @Nullable Double width) {
        this(workload, reason, blocks, width, 1);
    }

    /** The same in another session. */
    public StopReason in(int number) {
        return new StopReason(workload, reason, blocks, width, number);
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
        String known = width == null ? "no interval" : "±" + StoppingPolicy.share(width);
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
