package dev.assay.report;

import dev.assay.model.catalog.Service;
import dev.assay.model.catalog.Workload;
import dev.assay.model.result.Comparison;
import dev.assay.model.result.RunResult;
import dev.assay.model.result.TrialResult;
import dev.assay.model.run.CommandPair;
import dev.assay.model.run.Source;
import dev.assay.model.run.StopReason;
import dev.assay.text.NumberText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A workload's section.
 *
 * @param anchor its place in the page
 * @param id its id
 * @param title its name
 * @param facts what is computed and how, of the catalog's own, and why it was measured no further
 * @param trials what was measured
 * @param services what servers can do; empty where the programs are none
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
        List<ServiceRow> services,
        List<MeasureView> measures,
        List<RatioRow> ratios,
        List<ProgramView> programs) {
    /** The workloads in the order they were planned; the two commands of a user count as one. */
    static List<WorkloadView> of(RunResult result) {
        Set<String> ids = new LinkedHashSet<>();
        result.header().workloads().forEach(workload -> ids.add(workload.id()));
        result.trials().forEach(trial -> ids.add(trial.trial().id().workload()));
        Map<String, Workload> manifests = result.header().workloads().stream()
                .collect(Collectors.toMap(Workload::id, workload -> workload, (first, second) -> first));
        Map<String, List<TrialResult>> trials =
                grouped(result.trials(), trial -> trial.trial().id().workload());
        Map<String, List<Comparison>> comparisons = grouped(result.comparisons(), Comparison::workload);
        Map<String, List<Source>> sources = grouped(result.header().subject().sources(), Source::workload);
        return ids.stream()
                .map(id -> of(
                        result,
                        id,
                        Optional.ofNullable(manifests.get(id)),
                        trials.getOrDefault(id, List.of()),
                        comparisons.getOrDefault(id, List.of()),
                        sources.getOrDefault(id, List.of())))
                .toList();
    }

    private static <T> Map<String, List<T>> grouped(List<T> all, Function<T, String> workload) {
        return all.stream().collect(Collectors.groupingBy(workload));
    }

    private static WorkloadView of(
            RunResult result,
            String id,
            Optional<Workload> manifest,
            List<TrialResult> trials,
            List<Comparison> comparisons,
            List<Source> sources) {
        return new WorkloadView(
                Anchors.link(id),
                id,
                manifest.map(Workload::title).orElse(id.equals(CommandPair.WORKLOAD) ? "The two commands" : id),
                facts(result, manifest, trials, result.stop(id)),
                trials.stream().map(TrialRow::of).toList(),
                ServiceRow.of(trials),
                MeasureView.of(result, trials),
                comparisons.stream()
                        .map(comparison -> RatioRow.of(result, comparison))
                        .toList(),
                ProgramView.of(sources));
    }

    private static List<Fact> facts(
            RunResult result, Optional<Workload> manifest, List<TrialResult> trials, Optional<StopReason> stop) {
        List<Fact> facts = new ArrayList<>();
        manifest.ifPresent(workload -> facts.addAll(facts(workload, trials)));
        trials.forEach(trial ->
                SteadyStateText.describe(result, trial).ifPresent(words -> facts.add(new Fact("Repeated", words))));
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
                        new Fact("Size", NumberText.count(trial.trial().id().size()) + " " + workload.parameter())));
        Service service = workload.service();
        if (service != null) {
            facts.add(new Fact("Load", service.describe()));
        }
        facts.add(new Fact(
                "Timed",
                service != null
                        ? "the requests of the first loop together (work time), each answer of the second from when its request was due"
                        : workload.workTime()
                                ? "the work (work time) and the whole process (wall time)"
                                : "the whole process (wall time)"));
        return facts;
    }

    boolean hasFacts() {
        return !facts.isEmpty();
    }

    boolean hasServices() {
        return !services.isEmpty();
    }

    List<String> serviceTitles() {
        return ServiceRow.TITLES;
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
