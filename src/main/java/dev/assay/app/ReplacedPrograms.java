package dev.assay.app;

import dev.assay.model.Warning;
import dev.assay.model.run.Environment;
import dev.assay.model.run.SnapshotPhase;
import dev.assay.toolchain.Executables;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Looks at the machine, and after a measurement at its programs too: one that was built anew meanwhile is two programs under one name, and
 * its figures are of both.
 *
 * @param machine looks at the machine
 * @param executables the hashes of the programs when the measurement began, by path
 */
record ReplacedPrograms(Function<SnapshotPhase, Environment> machine, Map<String, String> executables)
        implements Function<SnapshotPhase, Environment> {
    @Override
    public Environment apply(SnapshotPhase phase) {
        Environment environment = machine.apply(phase);
        List<String> changed = phase == SnapshotPhase.AFTER ? Executables.changed(executables) : List.of();
        return changed.isEmpty()
                ? environment
                : environment.with(Warning.grave(
                        "program-replaced",
                        "These programs were replaced or deleted while they were measured: "
                                + String.join(", ", changed)
                                + ". Their figures may mix two versions.",
                        "Measure again, and build nothing in the meantime; builds in other folders are harmless."));
    }
}
