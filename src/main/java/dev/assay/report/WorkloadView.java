package dev.assay.report;

import dev.assay.chart.Numbers;
import dev.assay.model.CommandPair;
import dev.assay.model.Comparison;
import dev.assay.model.RunResult;
import dev.assay.model.Stop;
import dev.assay.model.TrialResult;
import dev.assay.model.Workload;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A workload's section.
 *
 * @param anchor its place in the page
 * @param id its id
 * @param title its name
 * @param facts what is computed and how, of the catalogue's own, and why it was measured no further
 * @param trials what was measured
 * @param measures how they were measured
 * @param ratios every comparison
 * @param programs the programs
 */
record WorkloadView(
        String anchor,
        String id,
        String title,
        List<Fact> facts,
        List<TrialRow> trials,
        List<MeasureView> measures,
        List<RatioRow> ratios,
        List<ProgramView> programs) {
    /** The workloads in the order they were planned; the two commands of a user count as one. */
    static List<WorkloadView> of(RunResult result) {
        Set<String> ids = new LinkedHashSet<>();
        result.header().workloads().forEach(workload -> ids.add(workload.id()));
        result.trials().forEach(trial -> ids.add(trial.trial().id().workload()));
        return ids.stream().map(id -> of(result, id)).toList();
    }

    private static WorkloadView of(RunResult result, String id) {
        Optional<Workload> manifest = result.header().workloads().stream()
                .filter(workload -> workload.id().equals(id))
                .findFirst();
        List<TrialResult> trials = result.trials().stream()
                .filter(trial -> trial.trial().id().workload().equals(id))
                .toList();
        List<Comparison> comparisons = result.comparisons().stream()
                .filter(comparison -> comparison.workload().equals(id))
                .toList();
        return new WorkloadView(
                Anchors.of(id),
                id,
                manifest.map(Workload::title).orElse(id.equals(CommandPair.WORKLOAD) ? "The two commands" : id),
                facts(result, manifest, trials, result.stop(id)),
                trials.stream().map(TrialRow::of).toList(),
                MeasureView.of(result, trials),
                comparisons.stream()
                        .map(comparison -> RatioRow.of(result, comparison))
                        .toList(),
                ProgramView.of(result.header().sources().stream()
                        .filter(source -> source.workload().equals(id))
                        .toList()));
    }

    private static List<Fact> facts(
            RunResult result, Optional<Workload> manifest, List<TrialResult> trials, Optional<Stop> stop) {
        List<Fact> facts = new ArrayList<>();
        manifest.ifPresent(workload -> facts.addAll(facts(workload, trials)));
        trials.forEach(
                trial -> RepeatedWords.of(result, trial).ifPresent(words -> facts.add(new Fact("Repeated", words))));
        stop.ifPresent(end -> facts.add(new Fact("Ended", end.inWords())));
        return facts;
    }

    private static List<Fact> facts(Workload workload, List<TrialResult> trials) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Task", workload.task()));
        facts.add(new Fact("Algorithm", workload.algorithm()));
        facts.add(new Fact("Fairness", workload.trap()));
        trials.stream()
                .findFirst()
                .ifPresent(trial -> facts.add(
                        new Fact("Size", Numbers.count(trial.trial().id().size()) + " " + workload.parameter())));
        facts.add(new Fact(
                "Timed",
                workload.kernelTime()
                        ? "the work alone (kernel) and the whole process (wall)"
                        : "the whole process (wall)"));
        return facts;
    }

    boolean hasFacts() {
        return !facts.isEmpty();
    }

    boolean hasMeasures() {
        return !measures.isEmpty();
    }

    boolean hasRatios() {
        return !ratios.isEmpty();
    }

    boolean hasPrograms() {
        return !programs.isEmpty();
    }
}
