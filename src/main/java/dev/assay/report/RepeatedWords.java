package dev.assay.report;

import dev.assay.chart.Numbers;
import dev.assay.chart.Words;
import dev.assay.model.Comparison;
import dev.assay.model.Repetitions;
import dev.assay.model.RunResult;
import dev.assay.model.TrialResult;
import java.util.Optional;

/** What came of a trial whose processes do their work again and again, in a sentence. */
final class RepeatedWords {
    private RepeatedWords() {}

    /** The sentence; empty for a trial that does its work once, or has no figures. */
    static Optional<String> of(RunResult result, TrialResult trial) {
        Repetitions repetitions = trial.repetitions();
        if (repetitions == null) {
            return Optional.empty();
        }
        String fresh = result.fresh(trial.trial().id())
                .map(comparison -> fresh(comparison, repetitions))
                .orElse("the work of a fresh process was not measured beside it");
        return Optional.of(Words.name(trial.trial().id()) + ": " + repetitions.inWords() + "; " + fresh);
    }

    private static String fresh(Comparison comparison, Repetitions repetitions) {
        return "the work of a fresh process takes "
                + Numbers.ratio(comparison.estimate().value()) + " as long as a "
                + (repetitions.known() ? "steady repetition" : "repetition behind what was found to be warm-up") + " ("
                + RatioRow.interval(comparison.estimate()) + ")";
    }
}
