package dev.assay.toolchain;

import dev.assay.model.Runtime;
import dev.assay.model.run.Toolchain;
import java.util.List;

/**
 * What there is of a runtime on this machine.
 *
 * @param runtime the runtime
 * @param found the toolchains that could serve, first the one that a run takes
 * @param problem why none can serve, and what to do; empty when one can
 */
public record ToolchainReport(Runtime runtime, List<Toolchain> found, String problem) {
    public ToolchainReport {
        found = List.copyOf(found);
    }

    /** Whether a run would find what it needs. */
    public boolean usable() {
        return !found.isEmpty();
    }

    /** Whether a run with all programs would end for want of it. */
    public boolean lacking() {
        return !usable() && !runtime.optional();
    }
}
