package dev.assay.model.run;

import dev.assay.text.DurationText;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * When a workload is measured no further, if not after a number of blocks that was fixed beforehand.
 *
 * @param fewestBlocks counted blocks before anybody looks, and
 * @param stepBlocks from one look to the next
 * @param precision how well every ratio is to be known: half the width of its 95 % interval as a share of the ratio, 0.02 for 2 %; null when its
 *     distance to the nearest line of a verdict or claim decides
 * @param budgetNs the measured time that the whole run may take, nanoseconds
 * @param longestNs the same where not everything has the fewest blocks by then; never less than the budget
 */
public record StoppingPolicy(
        int fewestBlocks, int stepBlocks, @Nullable Double precision, long budgetNs, long longestNs) {
    public StoppingPolicy {
        longestNs = Math.max(longestNs, budgetNs);
        if (fewestBlocks < stepBlocks || stepBlocks < 1 || (precision != null && !(precision > 0)) || budgetNs < 1) {
            throw new IllegalArgumentException("a run that stops by itself has blocks, a precision and a budget");
        }
    }

    /** A policy whose budget is kept whatever the number of blocks. */
    public StoppingPolicy(int fewestBlocks, int stepBlocks, @Nullable Double precision, long budgetNs) {
        this(fewestBlocks, stepBlocks, precision, budgetNs, budgetNs);
    }

    /** What each ratio is to reach. */
    public PrecisionTarget target() {
        return precision == null ? PrecisionTarget.BY_DISTANCE : PrecisionTarget.fixed(precision);
    }

    /** When a workload is measured no further within one of several sessions, each of which has its share of the budget. */
    public StoppingPolicy within(int sessions) {
        return sessions == 1
                ? this
                : new StoppingPolicy(
                        fewestBlocks, stepBlocks, precision, Math.max(1, budgetNs / sessions), longestNs / sessions);
    }

    /** The most blocks in each of several sessions: at least that many in all, whole steps, and no fewer than a session looks at first. */
    public int blocksOfSession(int most, int sessions) {
        int steps = (most + sessions * stepBlocks - 1) / (sessions * stepBlocks);
        return sessions == 1 ? most : Math.max(fewestBlocks, steps * stepBlocks);
    }

    /** The budget in words, such as {@code 5 min 30 s}. */
    public String budgetInWords() {
        return DurationText.format(Duration.ofNanos(budgetNs));
    }

    /** The budget and the precision, in words. */
    public String inWords() {
        return (precision == null ? "each ratio as precise as its verdict needs" : "target ±" + share(precision))
                + ", at most " + budgetInWords()
                + (longestNs == budgetNs
                        ? ""
                        : ", or " + DurationText.format(Duration.ofNanos(longestNs)) + " until everything has "
                                + fewestBlocks + " blocks");
    }

    /** A share in percent, such as {@code 2 %} or {@code 0.75 %}. */
    public static String share(double share) {
        String digits = String.format(Locale.ROOT, "%.2f", 100 * share);
        return digits.replaceAll("\\.?0+$", "") + " %";
    }
}
