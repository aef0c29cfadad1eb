package dev.assay.analysis.claim;

import dev.assay.analysis.estimate.LogEstimate;
import dev.assay.model.Metric;
import dev.assay.model.catalog.Condition.Estimator;
import dev.assay.model.result.ClaimResult.Outcome;
import dev.assay.model.result.Estimate.Kind;
import dev.assay.model.result.Power.Lack;
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
record Shortage(Lack lack, @Nullable Integer blocks, String why) {
    /** No run has more blocks than this: what needs them lies as good as on the threshold. */
    private static final double MOST_BLOCKS = 1000;

    /** Ratios that scatter by more than a tenth from block to block are those of a noisy machine, or of a program that chance steers. */
    private static final double NOISY = 0.10;

    private static final double LEVEL = 0.05;

    private static final Comparator<Shortage> BY_WEIGHT = Comparator.comparing(Shortage::lack)
            .thenComparingInt(shortage -> shortage.blocks == null ? Integer.MAX_VALUE : shortage.blocks);

    /**
     * What the figures of a condition are short of: of several what outweighs the others, for all are needed.
     *
     * @param estimates the figures; none where the condition rests on probes
     * @param decisions how many decisions share the run's error
     */
    static Shortage of(List<DecisiveEstimate> estimates, int decisions) {
        List<DecisiveEstimate> undecided = estimates.stream()
                .filter(estimate -> estimate.decision().outcome() == Outcome.UNDECIDED)
                .toList();
        return (undecided.isEmpty() ? estimates : undecided)
                .stream()
                        .map(estimate -> of(estimate, decisions))
                        .max(BY_WEIGHT)
                        .orElse(new Shortage(
                                Lack.DESIGN,
                                null,
                                "what was tried had no clear outcome, and more blocks would not help"));
    }

    private static Shortage of(DecisiveEstimate estimate, int decisions) {
        if (estimate.measure().quantity().estimate() == Estimator.GENERAL) {
            return new Shortage(
                    Lack.DESIGN,
                    null,
                    "this needs more "
                            + (estimate.measure().quantity().metric() == Metric.ELEMENT_BYTES
                                    ? "data structures"
                                    : "workloads")
                            + ", not more blocks");
        }
        if (estimate.measure().quantity().metric() == Metric.ELEMENT_BYTES) {
            return new Shortage(Lack.DESIGN, null, "the peaks are too far from a line, and more blocks would not help");
        }
        return switch (estimate.decision().reason()) {
            case NO_INTERVAL -> tooFew(estimate);
            case FAILED_CHECK ->
                new Shortage(
                        Lack.NOISE,
                        null,
                        "a check of the blocks failed ("
                                + estimate.decision()
                                        .failedChecks()
                                        .get(0)
                                        .kind()
                                        .title() + ")");
            case RESOLUTION -> tooNoisy();
            case INTERVAL -> estimate.resolution() > 1 ? tooNoisy() : moreBlocks(estimate, decisions);
            case BOTH_SIDES, HOLM -> moreBlocks(estimate, decisions);
        };
    }

    private static Shortage tooNoisy() {
        return new Shortage(Lack.NOISE, null, "the session was too noisy to tell");
    }

    private static Shortage tooFew(DecisiveEstimate estimate) {
        if (estimate.reading().kind() == Kind.RANGE) {
            return new Shortage(Lack.BUDGET, null, "memory must be sampled at least " + Range.FEWEST + " times");
        }
        int fewest = MinimumPValue.fewest(1, LEVEL);
        return new Shortage(Lack.BUDGET, fewest, "at least " + fewest + " blocks are needed");
    }

    private static Shortage moreBlocks(DecisiveEstimate estimate, int decisions) {
        LogEstimate reading = estimate.reading();
        Mean mean = Objects.requireNonNull(
                Objects.requireNonNull(reading.location()).mean());
        if (mean.standardError() == 0 && mean.below() + mean.above() > 0) {
            return new Shortage(
                    Lack.DESIGN,
                    null,
                    "the range of memory includes the threshold, and more blocks would not narrow it");
        }
        double level = 100 - (100 - estimate.level()) / decisions;
        double blocks = reading.blocks() * Sensitivity.times(mean, level, estimate.distance());
        Integer needed = blocks > MOST_BLOCKS ? null : (Integer) (int) Math.ceil(blocks);
        String words = (needed == null ? "more than " + (int) MOST_BLOCKS : "about " + needed)
                + " blocks would be needed; this run has " + reading.blocks();
        double scatter = Math.expm1(mean.standardError() * Math.sqrt((double) reading.blocks() * estimate.workloads()));
        if (scatter > NOISY) {
            return new Shortage(
                    Lack.NOISE,
                    needed,
                    "the figures vary by " + NumberText.percent(scatter) + " from block to block; " + words);
        }
        return needed == null
                ? new Shortage(Lack.DESIGN, null, "the figure is so close to the threshold that " + words)
                : new Shortage(Lack.BUDGET, needed, words);
    }
}
