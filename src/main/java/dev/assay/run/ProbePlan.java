package dev.assay.run;

import dev.assay.model.catalog.Probe;
import dev.assay.model.run.MutantBuild;
import dev.assay.model.run.ProbeBuild;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The probes of a run and what they need.
 *
 * @param probes the probes, in the order in which they are tried
 * @param builder hands a program to its compiler, or finds its interpreter
 * @param mutants builds programs into which mistakes were put
 * @param environment every variable that a program sees
 */
public record ProbePlan(
        List<Probe> probes,
        Function<Probe, ProbeBuild> builder,
        MutantBuilder mutants,
        Map<String, String> environment) {
    /** No probes. */
    public static final ProbePlan NONE =
            new ProbePlan(List.of(), probe -> ProbeBuild.notRun("it was not built"), Map.of());

    /** Builds programs into which mistakes were put. */
    public interface MutantBuilder {
        /**
         * Builds and checks one, and its tests.
         *
         * @param number tells it from others of the same probe
         * @param text the program
         */
        MutantBuild build(Probe probe, int number, String text);
    }

    /** Without mistakes that are put into programs. */
    public ProbePlan(List<Probe> probes, Function<Probe, ProbeBuild> builder, Map<String, String> environment) {
        this(
                probes,
                builder,
                (probe, number, text) -> {
                    throw new IllegalStateException("nothing builds mutants of " + probe.id());
                },
                environment);
    }

    public ProbePlan {
        probes = List.copyOf(probes);
        environment = Map.copyOf(environment);
    }
}
