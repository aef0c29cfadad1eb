package dev.assay.model.result;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a run could have found out about a claim, with the blocks and the spread that it had, whatever it did find.
 *
 * @param effect the smallest difference from the rule's threshold that it would have shown four times in five, as a share of the ratio: 0.031
 *     for 3.1 %; null when there are too few blocks for any, and where probes decide
 * @param level the level of the intervals that would have shown it, in percent: the rule's own, closer to 100 where one of several
 *     workloads decides
 * @param lack what was short; null when the claim is decided
 * @param blocks about how many blocks of each workload would decide; null where none would, or the claim is decided
 * @param sentence all that in plain words
 */
public record Power(
        @Nullable Double effect,
        double level,
        @Nullable Lack lack,
        @Nullable Integer blocks,
        String sentence) {
    /** What an inconclusive claim was short of. The later ones outweigh those before them. */
    public enum Lack {
        /** Blocks: more of the same would decide. */
        BUDGET,
        /** A quiet machine: the figures scatter, or a check of them found something. */
        NOISE,
        /** Something that no number of blocks makes up for: too few workloads, a figure on the threshold, a precondition that does not hold. */
        DESIGN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
