package dev.assay.analysis;

import dev.assay.model.Warning;
import dev.assay.model.run.Recording;
import dev.assay.model.run.ServiceFigures;
import java.util.List;
import java.util.Set;

/** What makes the figures of servers mislead. */
final class ServiceWarnings {
    private ServiceWarnings() {}

    /** Says that server and client had one processor together. */
    static void warn(Recording recording, Set<Warning> warnings) {
        List<String> workloads = recording.samples().stream()
                .filter(sample -> {
                    ServiceFigures figures = sample.reported().service();
                    return figures != null && figures.sharedCpu();
                })
                .map(sample -> sample.trial().workload())
                .distinct()
                .sorted()
                .toList();
        if (!workloads.isEmpty()) {
            warnings.add(Warning.grave(
                    "shared-cpu",
                    "The server and its client shared one processor in " + String.join(", ", workloads)
                            + ", so requests per second and latencies include the work of the client.",
                    "Measure on a machine with two processors, or give the run two with --cpus."));
        }
    }
}
