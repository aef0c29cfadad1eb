package dev.assay.console;

import dev.assay.console.Console.Style;
import dev.assay.model.result.RunResult;
import dev.assay.model.result.SteadyStateSummary;
import dev.assay.model.result.TrialResult;
import java.util.List;
import java.util.Objects;

/** What came of programs that did their work again and again in one process, a sentence each. */
final class SteadyStateLines {
    private SteadyStateLines() {}

    static void print(Console console, RunResult result) {
        List<TrialResult> repeated = result.trials().stream()
                .filter(trial -> trial.repetitions() != null)
                .toList();
        if (repeated.isEmpty()) {
            return;
        }
        console.result("");
        console.result(console.styled(Style.BOLD, "Repeated in one process"));
        for (TrialResult trial : repeated) {
            SteadyStateSummary repetitions = Objects.requireNonNull(trial.repetitions());
            String fresh = result.fresh(trial.trial().id())
                    .map(comparison -> "; fresh / " + (repetitions.known() ? "steady " : "repeated ")
                            + comparison.estimate().ratio())
                    .orElse("");
            String sentence = trial.trial().id() + ": " + repetitions.inWords() + fresh;
            TerminalText.wrapped(sentence, console.width() - 2).forEach(line -> console.result("  " + line));
        }
    }
}
