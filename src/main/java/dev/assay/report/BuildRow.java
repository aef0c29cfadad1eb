package dev.assay.report;

import dev.assay.chart.ComparisonLabels;
import dev.assay.model.Metric;
import dev.assay.model.result.Estimate;
import dev.assay.model.result.RunResult;
import dev.assay.model.result.TrialResult;
import dev.assay.model.run.TrialId;
import dev.assay.text.NumberText;
import java.util.List;

/**
 * What a step of a build costs, for readers.
 *
 * @param workload the workload
 * @param program the program, which does one step
 * @param lines the size of the project
 * @param time its typical work time
 * @param memory the typical peak of its largest process, such as the compiler
 */
public record BuildRow(String workload, String program, String lines, String time, String memory) {
    /** The suite whose programs build others: their times say nothing of how fast a program runs. */
    static final String SUITE = "build";

    /** The steps that worked, in the order of the plan. */
    public static List<BuildRow> of(RunResult result) {
        return result.trials().stream()
                .filter(trial -> trial.trial().id().suite().equals(SUITE) && trial.status() == TrialResult.Status.OK)
                .map(BuildRow::of)
                .toList();
    }

    private static BuildRow of(TrialResult trial) {
        TrialId id = trial.trial().id();
        return new BuildRow(
                id.workload(),
                ComparisonLabels.name(id),
                NumberText.count(id.size()),
                value(trial, Metric.WORK),
                value(trial, Metric.PEAK));
    }

    private static String value(TrialResult trial, Metric metric) {
        Estimate estimate = trial.typical().get(metric);
        return estimate == null ? "–" : NumberText.value(metric.unit(), estimate.value());
    }
}
