package dev.assay.app;

import dev.assay.console.Console;
import dev.assay.model.Warning;
import dev.assay.model.catalog.Catalog;
import dev.assay.model.catalog.Claim;
import dev.assay.model.catalog.ClaimCoverage;
import dev.assay.model.catalog.Implementation;
import dev.assay.model.catalog.ProgramFilter;
import dev.assay.model.catalog.Workload;
import dev.assay.toolchain.host.Programs;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Says before anything is measured which programs are omitted on this machine, which claims that costs, and what fixes it. */
public final class MissingPrograms {
    private MissingPrograms() {}

    /** Says it, if there is anything to say. */
    public static void say(
            Console console, Catalog catalog, List<Workload> workloads, ProgramFilter choice, Programs programs) {
        Map<String, Set<String>> labels = new TreeMap<>();
        for (Workload workload : workloads) {
            for (Implementation program : workload.implementations()) {
                String reason = programs.skipped(workload, program);
                if (reason != null) {
                    labels.computeIfAbsent(reason, key -> new TreeSet<>()).add(program.label());
                }
            }
        }
        labels.forEach((reason, those) -> console.warn("skipped: " + String.join(", ", those) + ": " + reason));
        programs.warnings().stream().map(Warning::message).forEach(console::warn);
        List<String> lost = new ClaimCoverage(
                        catalog.claims(),
                        workloads,
                        (workload, program) -> choice.takes(workload, program) && programs.has(workload, program))
                .lost(choice::takes).stream().map(Claim::id).toList();
        if (!lost.isEmpty()) {
            console.warn("These claims will not be tested: " + String.join(", ", lost) + ".");
        }
        if (!programs.missingPackages().isEmpty()) {
            console.warn("To install everything on Debian or Ubuntu:  sudo apt install "
                    + String.join(" ", programs.missingPackages()));
        }
    }
}
