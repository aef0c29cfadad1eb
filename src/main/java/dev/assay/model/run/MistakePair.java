package dev.assay.model.run;

import dev.assay.model.Runtime;
import dev.assay.model.catalog.MistakeFate;
import dev.assay.model.catalog.MistakeFinder;
import dev.assay.model.catalog.MutationSetup;
import dev.assay.model.catalog.Workload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The same mistake in a program and in its twin: by the same rule in the same function.
 *
 * @param program the suite and the name that both share
 * @param rust in Rust
 * @param python in Python
 */
public record MistakePair(String program, MutantResult rust, MutantResult python) {
    /** The pairs among the results of some probes; without those of which a part does the same as the program. */
    public static List<MistakePair> of(List<ProbeResult> probes) {
        Map<String, ProbeResult> rust = byProgram(probes, Runtime.RUST);
        Map<String, ProbeResult> python = byProgram(probes, Runtime.PYTHON);
        List<MistakePair> pairs = new ArrayList<>();
        rust.forEach((program, one) -> {
            ProbeResult other = python.get(program);
            if (other != null) {
                Map<String, MutantResult> twins = new LinkedHashMap<>();
                other.mutants().forEach(mutant -> twins.put(mutant.key(), mutant));
                for (MutantResult mutant : one.mutants()) {
                    MutantResult twin = twins.get(mutant.key());
                    if (twin != null && mutant.equivalent() == null && twin.equivalent() == null) {
                        pairs.add(new MistakePair(program, mutant, twin));
                    }
                }
            }
        });
        return pairs;
    }

    private static Map<String, ProbeResult> byProgram(List<ProbeResult> probes, Runtime runtime) {
        Map<String, ProbeResult> found = new LinkedHashMap<>();
        for (ProbeResult result : probes) {
            MutationSetup mutation = result.probe().procedure().mutation();
            if (mutation != null && result.probe().runtime() == runtime) {
                found.put(result.probe().suite() + "/" + mutation.program(), result);
            }
        }
        return found;
    }

    /** The suite of the programs. */
    public String suite() {
        return Workload.suiteOf(program);
    }

    /** Whether a fate is its fate, for those who look for it. */
    public boolean ends(MistakeFate fate, MistakeFinder finder) {
        return switch (finder) {
            case RUST -> rust.ends(fate, false);
            case PYTHON -> python.ends(fate, false);
            case PYTHON_CHECKED -> python.ends(fate, true);
        };
    }
}
