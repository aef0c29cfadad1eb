package dev.assay.run;

import dev.assay.model.run.Trial;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which processors programs may use. A workload that scales gets as many as a trial of it has threads, so that one thread is compared with T
 * threads on T processors; everything else gets all that are named.
 *
 * @param cpus the processors by number, in the order in which they are given out; none for no pinning
 * @param scaling the workloads whose trials differ in their threads
 */
public record Pinning(List<Integer> cpus, Set<String> scaling) {
    /** Programs run wherever the system puts them. */
    public static final Pinning NONE = new Pinning(List.of(), Set.of());

    public Pinning {
        cpus = List.copyOf(cpus);
        scaling = Set.copyOf(scaling);
    }

    /** How many processors programs have together. */
    int processors() {
        return cpus.isEmpty() ? java.lang.Runtime.getRuntime().availableProcessors() : cpus.size();
    }

    /** The processors of a trial's processes; null for no pinning. */
    @Nullable
    List<Integer> processors(Trial trial) {
        if (cpus.isEmpty()) {
            return null;
        }
        boolean scales = scaling.contains(trial.id().workload());
        return scales ? cpus.subList(0, Math.min(cpus.size(), trial.id().threads())) : cpus;
    }
}
