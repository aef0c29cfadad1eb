package dev.assay.toolchain;

import dev.assay.model.Implementation;
import dev.assay.model.Runtime;
import dev.assay.model.Workload;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The programs that are asked for. */
record Wanted(List<Workload> workloads, Set<Runtime> runtimes) {
    /** One of them. */
    record Program(Workload workload, Implementation implementation) {
        Programs.Key key() {
            return new Programs.Key(workload, implementation);
        }

        private boolean supported() {
            return implementation.needs().isEmpty()
                    && implementation.compiler() == null
                    && implementation.profile() == null
                    && implementation.extension() == null
                    && !implementation.runtime().optional();
        }
    }

    private Stream<Program> all() {
        return workloads.stream()
                .flatMap(workload -> workload.implementations().stream()
                        .filter(implementation -> runtimes.contains(implementation.runtime()))
                        .map(implementation -> new Program(workload, implementation)));
    }

    List<Program> of(Runtime runtime) {
        return all().filter(program -> program.implementation().runtime() == runtime)
                .filter(Program::supported)
                .toList();
    }

    boolean has(Runtime runtime) {
        return !of(runtime).isEmpty();
    }

    /** The programs that cannot be built yet, with the reason. */
    Map<Programs.Key, String> skipped() {
        return all().filter(program -> !program.supported())
                .collect(Collectors.toMap(Program::key, program -> "programs of this kind cannot be built yet"));
    }
}
