package dev.assay.toolchain.host;

import dev.assay.model.AssayException.ToolchainFailure;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A tool that was looked for.
 *
 * @param tool the tool, if it is there
 * @param failure why it is not
 * @param <T> what it is
 */
public record ToolLookup<T>(Optional<T> tool, Optional<ToolchainFailure> failure) {
    /** Looks for it. */
    public static <T> ToolLookup<T> of(Supplier<T> search) {
        try {
            return new ToolLookup<>(Optional.of(search.get()), Optional.empty());
        } catch (ToolchainFailure e) {
            return new ToolLookup<>(Optional.empty(), Optional.of(e));
        }
    }

    /**
     * The tool.
     *
     * @throws ToolchainFailure if it is not there; of its own at each call, since it may be caught and thrown again elsewhere
     */
    public T orThrow() {
        return tool.orElseThrow(() -> failure.map(known -> new ToolchainFailure(known.getMessage(), known.packages()))
                .orElseThrow());
    }
}
