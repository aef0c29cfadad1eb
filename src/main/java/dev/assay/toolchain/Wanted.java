package dev.assay.toolchain;

import dev.assay.model.Implementation;
import dev.assay.model.Runtime;
import dev.assay.model.Workload;
import java.util.List;
import java.util.Set;

/** The programs that are asked for. */
record Wanted(List<Workload> workloads, Set<Runtime> runtimes) {
    /** One of them. */
    record Program(Workload workload, Implementation implementation) {
        Programs.Key key() {
            return new Programs.Key(workload, implementation);
        }
    }

    List<Program> of(Runtime runtime) {
        return workloads.stream()
                .flatMap(workload -> workload.implementations().stream()
                        .filter(implementation -> implementation.runtime() == runtime && runtimes.contains(runtime))
                        .map(implementation -> new Program(workload, implementation)))
                .toList();
    }

    boolean has(Runtime runtime) {
        return !of(runtime).isEmpty();
    }
}
