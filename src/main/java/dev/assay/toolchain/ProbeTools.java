package dev.assay.toolchain;

import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.model.Runtime;
import dev.assay.model.catalog.Probe;
import dev.assay.toolchain.host.ProbeTool;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The tools of probes, and why others are not there.
 *
 * @param found by runtime
 * @param missing the reason by runtime, in one line
 */
record ProbeTools(Map<Runtime, ProbeTool> found, Map<Runtime, String> missing) {
    ProbeTools {
        found = Map.copyOf(found);
        missing = Map.copyOf(missing);
    }

    /**
     * Finds what some probes need. That something is missing ends nothing: those probes are not run.
     *
     * @param wanted the runtimes whose programs are wanted at all
     * @param search finds the tool of a runtime, or throws {@link ToolchainFailure}
     */
    static ProbeTools find(List<Probe> probes, Set<Runtime> wanted, Function<Runtime, ProbeTool> search) {
        Map<Runtime, ProbeTool> found = new TreeMap<>();
        Map<Runtime, String> missing = new TreeMap<>();
        for (Runtime runtime : probes.stream().map(Probe::runtime).distinct().toList()) {
            if (!wanted.contains(runtime)) {
                missing.put(runtime, "--runtimes excludes " + runtime);
                continue;
            }
            try {
                found.put(runtime, search.apply(runtime));
            } catch (ToolchainFailure e) {
                missing.put(runtime, e.getMessage().lines().findFirst().orElse("its toolchain is missing"));
            }
        }
        return new ProbeTools(found, missing);
    }
}
