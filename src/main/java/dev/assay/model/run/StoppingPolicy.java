package dev.assay.model.run;

import dev.assay.text.DurationText;
import java.time.Duration;
import java.util.Locale;

/**
 * When a workload is measured no further, if not after a number of blocks that was fixed beforehand.
 *
 * @param fewestBlocks counted blocks before anybody looks, and
 * @param stepBlocks from one look to the next
 * @param precision how well every ratio is to be known: half the width of its 95 % interval as a share of the ratio, 0.02 for 2 %
 * @param budgetNs the measured time that the whole run may take, nanoseconds
 */
public record StoppingPolicy(int fewestBlocks, int stepBlocks, double precision, long budgetNs) {
    /** The precision that is aimed at when nothing else was asked for. */
    public static final double USUAL_PRECISION = 0.02;

    public StoppingPolicy {
        if (fewestBlocks < stepBlocks || stepBlocks < 1 || !(precision > 0) || budgetNs < 1) {
            throw new IllegalArgumentException("a run that stops by itself has blocks, a precision and a budget");
        }
    }

    /**
     * When a workload is measured no further within one of several sessions. Each has its share of the budget, and a target that together they
     * reach: the width of an interval falls with the root of the number of blocks. It looks at its own blocks alone, so that what one session
     * found decides nothing about the next.
     */
    public StoppingPolicy within(int sessions) {
        return sessions == 1
                ? this
                : new StoppingPolicy(
                        fewestBlocks, stepBlocks, precision * Math.sqrt(sessions), Math.max(1, budgetNs / sessions));
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

    /** The precision as it is given as an option, such as {@code 2%}. */
    public String target() {
        return share(precision).replace(" ", "");
    }

    /** The budget and the precision, in words. */
    public String inWords() {
        return "target ±" + share(precision) + ", at most " + budgetInWords();
    }

    /** A share in percent, such as {@code 2 %} or {@code 0.75 %}. */
    public static String share(double share) {
        String digits = String.format(Locale.ROOT, "%.2f", 100 * share);
        return digits.replaceAll("\\.?0+$", "") + " %";
    }
}
