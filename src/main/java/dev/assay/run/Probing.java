package dev.assay.run;

import dev.assay.model.Probe;
import dev.assay.model.ProbeBuild;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The probes of a run and what they need.
 *
 * @param probes the probes, in the order in which they are tried
 * @param builder hands a program to its compiler, or finds its interpreter
 * @param environment every variable that a program sees
 */
public record Probing(List<Probe> probes, Function<Probe, ProbeBuild> builder, Map<String, String> environment) {
    /** No probes. */
    public static final Probing NONE =
            new Probing(List.of(), probe -> ProbeBuild.notRun("nothing builds it"), Map.of());

    public Probing {
        probes = List.copyOf(probes);
        environment = Map.copyOf(environment);
    }
}
