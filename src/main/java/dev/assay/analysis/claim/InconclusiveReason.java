package dev.assay.analysis.claim;

import dev.assay.analysis.estimate.LogEstimate;
import dev.assay.model.ClaimResult.Outcome;
import dev.assay.model.Condition.Estimator;
import dev.assay.model.Estimate.Kind;
import dev.assay.model.Power.Lack;
import dev.assay.stats.Mean;
import dev.assay.stats.MinimumPValue;
import dev.assay.stats.Range;
import dev.assay.stats.Sensitivity;
import dev.assay.text.NumberText;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an undecided figure is short of.
 *
 * @param lack budget, noise or design
 * @param blocks about how many blocks would decide; null where none would, or nobody can tell
 * @param why in words, without a full stop
 */
record InconclusiveReason(Lack lack, @Nullable Integer blocks, String why) {
    /** No run has more blocks than this: what needs them lies as good as on the threshold. */
    private static final double MOST_BLOCKS = 1000;

    /** Ratios that scatter by more than a tenth from block to block are those of a noisy machine, or of a program that chance steers. */
    private static final double NOISY = 0.10;

    private static final double LEVEL = 0.05;

    private static final Comparator<InconclusiveReason> BY_WEIGHT = Comparator.comparing(InconclusiveReason::lack)
            .thenComparingInt(shortage -> shortage.blocks == null ? Integer.MAX_VALUE : shortage.blocks);

    /**
     * What the figures of a condition are short of: of several what outweighs the others, for all are needed.
     *
     * @param stakes the figures; none where the condition rests on probes
     * @param decisions how many decisions share the run's error
     */
    static InconclusiveReason of(List<DecisiveEstimate> stakes, int decisions) {
        List<DecisiveEstimate> undecided = stakes.stream()
                .filter(stake -> stake.decision().outcome() == Outcome.UNDECIDED)
                .toList();
        return (undecided.isEmpty() ? stakes : undecided)
                .stream()
                        .map(stake -> of(stake, decisions))
                        .max(BY_WEIGHT)
                        .orElse(new InconclusiveReason(
                                Lack.DESIGN, null, "a probe had no clear outcome, and more blocks would not help"));
    }

    private static InconclusiveReason of(DecisiveEstimate stake, int decisions) {
        if (stake.measure().quantity().estimate() == Estimator.GENERAL) {
            return new InconclusiveReason(Lack.DESIGN, null, "this needs more workloads, not more blocks");
        }
        return switch (stake.decision().reason()) {
            case NO_INTERVAL -> tooFew(stake, decisions);
            case FAILED_CHECK ->
                new InconclusiveReason(
                        Lack.NOISE,
                        null,
                        "a check of the blocks failed ("
                                + stake.decision().failedChecks().get(0).kind().title() + ")");
            case RESOLUTION -> tooNoisy();
            case INTERVAL -> stake.resolution() > 1 ? tooNoisy() : moreBlocks(stake, decisions);
            case BOTH_SIDES, HOLM -> moreBlocks(stake, decisions);
        };
    }

    private static InconclusiveReason tooNoisy() {
        return new InconclusiveReason(Lack.NOISE, null, "the session was too noisy this close to the threshold");
    }

    private static InconclusiveReason tooFew(DecisiveEstimate stake, int decisions) {
        if (stake.reading().kind() == Kind.RANGE) {
            return new InconclusiveReason(
                    Lack.BUDGET, null, "memory must be sampled at least " + Range.FEWEST + " times");
        }
        int fewest = MinimumPValue.fewest(decisions * stake.alike(), LEVEL);
        return new InconclusiveReason(Lack.BUDGET, fewest, "at least " + fewest + " blocks are needed");
    }

    private static InconclusiveReason moreBlocks(DecisiveEstimate stake, int decisions) {
        LogEstimate reading = stake.reading();
        Mean mean = Objects.requireNonNull(
                Objects.requireNonNull(reading.location()).mean());
        if (mean.standardError() == 0 && mean.below() + mean.above() > 0) {
            return new InconclusiveReason(
                    Lack.DESIGN,
                    null,
                    "the range of memory includes the threshold, and more blocks would not narrow it");
        }
        double level = 100 - (100 - stake.level()) / decisions;
        double blocks = Math.max(
                reading.blocks() * Sensitivity.times(mean, level, stake.distance()),
                MinimumPValue.fewest(decisions * stake.alike(), LEVEL));
        Integer needed = blocks > MOST_BLOCKS ? null : (Integer) (int) Math.ceil(blocks);
        String words = (needed == null ? "more than " + (int) MOST_BLOCKS : "about " + needed)
                + " blocks would be needed; this run has " + reading.blocks();
        double scatter = Math.expm1(mean.standardError() * Math.sqrt((double) reading.blocks() * stake.workloads()));
        if (scatter > NOISY) {
            return new InconclusiveReason(
                    Lack.NOISE,
                    needed,
                    "the figures vary by " + NumberText.percent(scatter) + " from block to block; " + words);
        }
        return needed == null
                ? new InconclusiveReason(Lack.DESIGN, null, "the figure is so close to the threshold that " + words)
                : new InconclusiveReason(Lack.BUDGET, needed, words);
    }
}
