package dev.assay.toolchain;

import dev.assay.model.Implementation;
import dev.assay.model.ProgramFilter;
import dev.assay.model.Runtime;
import dev.assay.model.Workload;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The programs that are asked for. */
record RequestedPrograms(List<Workload> workloads, ProgramFilter choice) {
    /** One of them. */
    record Program(Workload workload, Implementation implementation) {
        Programs.Key key() {
            return new Programs.Key(workload, implementation);
        }

        boolean of(Runtime runtime) {
            return implementation.runtime() == runtime;
        }

        /** Whether it takes something that not every machine has: a run goes on without it. */
        boolean optional() {
            return !implementation.needs().isEmpty()
                    || implementation.compiler() != null
                    || implementation.profile() != null
                    || implementation.extension() != null
                    || implementation.runtime().optional();
        }
    }

    private Stream<Program> all() {
        return workloads.stream()
                .flatMap(workload -> workload.implementations().stream()
                        .filter(implementation -> choice.takes(workload, implementation))
                        .map(implementation -> new Program(workload, implementation)));
    }

    /** The programs that a run needs. */
    List<Program> of(Runtime runtime) {
        return all().filter(program -> program.of(runtime) && !program.optional())
                .toList();
    }

    /** The programs that a run can do without. */
    List<Program> optional() {
        return all().filter(Program::optional).toList();
    }

    boolean has(Runtime runtime) {
        return !of(runtime).isEmpty();
    }

    /** Whether a program that a run can do without is of that kind. */
    boolean hasOptional(Predicate<Program> kind) {
        return optional().stream().anyMatch(kind);
    }
}
