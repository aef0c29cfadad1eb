package dev.assay.model.catalog;

import dev.assay.model.Runtime;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which programs are asked for.
 *
 * @param runtimes whose programs
 * @param leftOut those of them that are not asked for, by their {@link #name}, each with the reason
 * @param forClaims whether variants are measured only for the claims that they help to decide
 */
public record ProgramFilter(Set<Runtime> runtimes, Map<String, String> leftOut, boolean forClaims) {
    public ProgramFilter {
        runtimes = Set.copyOf(runtimes);
        leftOut = Map.copyOf(leftOut);
    }

    /** Every program of these runtimes. */
    public static ProgramFilter of(Set<Runtime> runtimes) {
        return new ProgramFilter(runtimes, Map.of(), false);
    }

    /** What tells a program from all others of a catalog: {@code numeric/nbody:rust:std}. */
    public static String name(Workload workload, Implementation program) {
        return workload.id() + ":" + program.label();
    }

    /** Why a program is not asked for; null when it is. */
    public @Nullable String reason(Workload workload, Implementation program) {
        return runtimes.contains(program.runtime())
                ? leftOut.get(name(workload, program))
                : "the runtime " + program.runtime() + " was not requested";
    }

    /** Whether a program is asked for. */
    public boolean takes(Workload workload, Implementation program) {
        return reason(workload, program) == null;
    }
}
