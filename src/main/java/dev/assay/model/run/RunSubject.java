package dev.assay.model.run;

import dev.assay.model.catalog.Workload;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a run measures.
 *
 * @param workloads the workloads; none when the user's own commands are measured
 * @param sources their programs
 * @param trials what is measured, skipped ones included; floor and canary are not among them
 * @param floor the no-op's trial
 * @param canary two trials that start the same program; some runs of old have none
 */
public record RunSubject(
        List<Workload> workloads, List<Source> sources, List<Trial> trials, Trial floor, List<Trial> canary) {
    public RunSubject {
        workloads = List.copyOf(workloads);
        sources = List.copyOf(sources);
        trials = List.copyOf(trials);
        canary = List.copyOf(canary);
    }

    /** The trials, the canary and the floor. */
    public List<Trial> allTrials() {
        return Stream.of(trials, canary, List.of(floor)).flatMap(List::stream).toList();
    }
}
