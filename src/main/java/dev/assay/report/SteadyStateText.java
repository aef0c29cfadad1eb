package dev.assay.report;

import dev.assay.chart.ComparisonLabels;
import dev.assay.model.result.Comparison;
import dev.assay.model.result.RunResult;
import dev.assay.model.result.SteadyStateSummary;
import dev.assay.model.result.TrialResult;
import dev.assay.text.RatioText;
import java.util.Optional;

/** What came of a trial whose processes do their work again and again, in a sentence. */
final class SteadyStateText {
    private SteadyStateText() {}

    /** The sentence; empty for a trial that does its work once, or has no figures. */
    static Optional<String> describe(RunResult result, TrialResult trial) {
        SteadyStateSummary repetitions = trial.repetitions();
        if (repetitions == null) {
            return Optional.empty();
        }
        String fresh = result.fresh(trial.trial().id())
                .map(comparison -> fresh(comparison, repetitions))
                .orElse("the work of a fresh process was not measured");
        return Optional.of(ComparisonLabels.name(trial.trial().id()) + ": " + repetitions.inWords() + "; " + fresh);
    }

    private static String fresh(Comparison comparison, SteadyStateSummary repetitions) {
        RatioText ratio = comparison.estimate().ratio();
        return "the work of a fresh process takes " + ratio.value() + " as long as a "
                + (repetitions.known() ? "steady repetition" : "repetition after the warm-up") + " ("
                + (ratio.words().isEmpty() ? RatioRow.interval(comparison.estimate()) : ratio.words()) + ")";
    }
}
