package dev.assay.toolchain;

import dev.assay.model.AssayException.ToolchainFailure;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A tool that a run can do without.
 *
 * @param tool the tool, if it is there
 * @param problem why it is not
 * @param <T> what it is
 */
record Sought<T>(Optional<T> tool, String problem) {
    /** Nobody asked for it. */
    static <T> Sought<T> notNeeded() {
        return new Sought<>(Optional.empty(), "it was not looked for");
    }

    /** Looks for it. */
    static <T> Sought<T> of(Supplier<T> search) {
        try {
            return new Sought<>(Optional.of(search.get()), "");
        } catch (ToolchainFailure e) {
            return new Sought<>(Optional.empty(), e.getMessage());
        }
    }

    /**
     * The tool.
     *
     * @throws ToolchainFailure if it is not there
     */
    T orThrow() {
        return tool.orElseThrow(() -> new ToolchainFailure(problem));
    }
}
