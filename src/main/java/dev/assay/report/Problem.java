package dev.assay.report;

import dev.assay.model.result.RunResult;
import dev.assay.model.result.TrialResult;
import java.util.List;

/**
 * A trial that gave no figures.
 *
 * @param trial its id
 * @param status failed or skipped
 * @param reason why
 */
public record Problem(String trial, String status, String reason) {
    public static List<Problem> of(RunResult result) {
        return result.trials().stream()
                .filter(trial -> trial.status() != TrialResult.Status.OK)
                .map(trial -> new Problem(
                        trial.trial().id().toString(),
                        trial.status().toString(),
                        trial.reason() == null ? "no reason was recorded" : trial.reason()))
                .toList();
    }
}
