package dev.assay.analysis.estimate;

import dev.assay.analysis.sample.BlockSeries;
import dev.assay.analysis.sample.BuildIdentity;
import dev.assay.analysis.sample.BuildIdentity.Sameness;
import dev.assay.analysis.sample.TrialSamples;
import dev.assay.model.Metric;
import dev.assay.model.Runtime;
import dev.assay.model.catalog.Workload;
import dev.assay.model.result.TrialResult.Status;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.TrialId;
import dev.assay.plan.Planner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The program that the times of two runs are divided by, so that a machine which is faster today does not look like faster programs. Best is
 * the canary's, which both runs time twice in every block; it must be the same build in both, or its own change would be everybody's. Else
 * another program serves that is.
 *
 * @param name what it is called
 * @param baseline its trials in the one run
 * @param contender its trials in the other
 * @param sameness whether it is known to be the same program, or not known
 */
public record ReferenceProgram(
        String name, List<TrialSamples> baseline, List<TrialSamples> contender, Sameness sameness) {

    /** The best that both runs have; empty when every program is another one. */
    public static Optional<ReferenceProgram> of(
            IndexedRecording baseline, IndexedRecording contender, BuildIdentity builds) {
        List<ReferenceProgram> candidates = new ArrayList<>();
        if (ids(baseline.canary()).equals(ids(contender.canary()))) {
            candidate("the canary's program", baseline.canary(), contender.canary(), builds)
                    .ifPresent(candidates::add);
        }
        List<String> steady = Planner.steady(baseline.header().workloads()).stream()
                .map(Workload::id)
                .toList();
        baseline.trials().stream()
                .filter(trial -> trial.trial().workTime() && trial.id().threads() == 1)
                .sorted(Comparator.comparing((TrialSamples trial) -> trial.id().runtime() != Runtime.C)
                        .thenComparing(trial -> place(trial.id(), steady)))
                .forEach(trial -> contender.trials().stream()
                        .filter(other -> other.id().equals(trial.id()))
                        .forEach(other -> candidate(trial.id().toString(), List.of(trial), List.of(other), builds)
                                .ifPresent(candidates::add)));
        return candidates.stream()
                .filter(candidate -> candidate.sameness != Sameness.OTHER)
                .min(Comparator.comparing(ReferenceProgram::sameness));
    }

    /** The steadiest workload first, those that are not steady last. */
    private static int place(TrialId trial, List<String> steady) {
        int place = steady.indexOf(trial.workload());
        return place < 0 ? Integer.MAX_VALUE : place;
    }

    private static Optional<ReferenceProgram> candidate(
            String name, List<TrialSamples> baseline, List<TrialSamples> contender, BuildIdentity builds) {
        boolean ok = !baseline.isEmpty()
                && baseline.stream().allMatch(trial -> trial.status() == Status.OK)
                && contender.stream().allMatch(trial -> trial.status() == Status.OK);
        return ok
                ? Optional.of(new ReferenceProgram(
                        name,
                        baseline,
                        contender,
                        builds.sameness(
                                baseline.get(0).trial(), contender.get(0).trial())))
                : Optional.empty();
    }

    private static List<TrialId> ids(List<TrialSamples> trials) {
        return trials.stream().map(TrialSamples::id).toList();
    }

    /** Whether that trial is the reference itself. */
    public boolean matches(TrialId trial) {
        return ids(baseline).contains(trial);
    }

    /** The logarithms of its time, by block; of one that does not report its own, of its wall time. */
    public static BlockSeries time(List<TrialSamples> trials, Metric metric) {
        BlockSeries own = mean(trials, metric);
        return own.isEmpty() ? mean(trials, Metric.WALL) : own;
    }

    /** The mean over its trials in the blocks that have them all. */
    private static BlockSeries mean(List<TrialSamples> trials, Metric metric) {
        List<BlockSeries> each = trials.stream()
                .map(trial -> BlockSeries.of(trial.counted(), metric, SamplingMode.TIMING))
                .toList();
        BlockSeries common = each.stream().reduce(BlockSeries::within).orElse(BlockSeries.EMPTY);
        List<double[]> values =
                each.stream().map(series -> series.within(common).values()).toList();
        return common.with(IntStream.range(0, common.size())
                .mapToDouble(i ->
                        values.stream().mapToDouble(side -> side[i]).average().orElseThrow())
                .toArray());
    }
}
