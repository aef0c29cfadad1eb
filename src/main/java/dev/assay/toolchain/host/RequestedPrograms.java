package dev.assay.toolchain.host;

import dev.assay.model.Runtime;
import dev.assay.model.catalog.Implementation;
import dev.assay.model.catalog.ProgramFilter;
import dev.assay.model.catalog.Workload;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The programs that are asked for. */
public record RequestedPrograms(List<Workload> workloads, ProgramFilter choice) {
    /** One of them. */
    public record Program(Workload workload, Implementation implementation) {
        public Programs.Key key() {
            return new Programs.Key(workload, implementation);
        }

        public boolean of(Runtime runtime) {
            return implementation.runtime() == runtime;
        }

        /** Whether it takes something that not every machine has: a run goes on without it. */
        public boolean optional() {
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

    /** The programs that a run can do without. */
    public List<Program> optional() {
        return all().filter(Program::optional).toList();
    }

    /** The programs that a run needs, of that kind. */
    public List<Program> required(Predicate<Program> kind) {
        return all().filter(program -> !program.optional() && kind.test(program))
                .toList();
    }

    public boolean has(Runtime runtime) {
        return !required(program -> program.of(runtime)).isEmpty();
    }

    /** Whether a program that a run can do without is of that kind. */
    public boolean hasOptional(Predicate<Program> kind) {
        return optional().stream().anyMatch(kind);
    }
}
