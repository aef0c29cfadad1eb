package dev.assay.run;

import dev.assay.meter.Meter;
import dev.assay.model.AssayException;
import dev.assay.model.catalog.Probe;
import dev.assay.model.run.ProbeBuild;
import dev.assay.model.run.ProbeResult;
import dev.assay.store.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The part of a run in which probes are tried. What comes of them never ends the run. */
final class ProbePhase {
    private final Meter meter;
    private final RunConfig settings;
    private final Journal journal;
    private final RunListener listener;

    ProbePhase(Meter meter, RunConfig settings, Journal journal, RunListener listener) {
        this.meter = meter;
        this.settings = settings;
        this.journal = journal;
        this.listener = listener;
    }

    /**
     * Tries the probes of which nothing is known yet.
     *
     * @param probing the probes
     * @param known what is in the journal
     * @param interrupted whether the run is to end; what a probe came to meanwhile says nothing about it
     * @return the results of those that were tried
     * @throws AssayException.MeterFailure if the meter cannot be started
     */
    List<ProbeResult> run(ProbePlan probing, List<ProbeResult> known, BooleanSupplier interrupted) {
        Set<String> ids = known.stream().map(result -> result.probe().id()).collect(Collectors.toSet());
        List<Probe> left = probing.probes().stream()
                .filter(probe -> !ids.contains(probe.id()))
                .toList();
        List<ProbeResult> results = new ArrayList<>();
        if (left.isEmpty()) {
            return results;
        }
        listener.probing(left.size());
        try (ProbeRunner runner = new ProbeRunner(meter, settings, compiled(probing, left, interrupted))) {
            for (Probe probe : left) {
                ProbeResult result = runner.run(probe);
                if (interrupted.getAsBoolean()) {
                    return results;
                }
                results.add(result);
                journal.probe(result);
                listener.probed(result, results.size(), left.size());
            }
        } catch (AssayException.MeterFailure e) {
            if (!interrupted.getAsBoolean()) {
                throw e;
            }
        }
        String damage = journal.sync();
        if (damage != null) {
            listener.repaired(damage);
        }
        return results;
    }

    /** The same plan with what compilers have to do done: on all processors, and before anything runs beside it. */
    private static ProbePlan compiled(ProbePlan probing, List<Probe> left, BooleanSupplier interrupted) {
        Map<Probe, ProbeBuild> builds = left.parallelStream()
                .filter(probe -> probe.runtime().compiled() && probe.procedure().how() != Probe.How.MUTANTS)
                .filter(probe -> !interrupted.getAsBoolean())
                .collect(Collectors.toConcurrentMap(Function.identity(), probing.builder()));
        return new ProbePlan(
                probing.probes(),
                probe -> {
                    ProbeBuild built = builds.get(probe);
                    return built == null ? probing.builder().apply(probe) : built;
                },
                probing.mutants(),
                probing.environment());
    }
}
