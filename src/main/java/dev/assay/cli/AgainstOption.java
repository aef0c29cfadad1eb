package dev.assay.cli;

import dev.assay.analysis.change.RunChanges;
import dev.assay.model.AssayException.Usage;
import dev.assay.model.Recording;
import dev.assay.model.RunComparison;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The run that another is held against once it is there. */
final class AgainstOption {
    @Option(
            names = "--against",
            paramLabel = "RUN",
            description =
                    "Say what has changed since this run, given by its folder, its name in the folder for runs, or latest.")
    @Nullable
    Path against;

    private @Nullable Recording baseline;
    private @Nullable RunComparison changes;

    boolean given() {
        return against != null;
    }

    /**
     * Reads it, once: before anything is measured, and before {@code latest} is another one.
     *
     * @throws Usage if there is none
     */
    void read(Path results) {
        Path run = against;
        if (run != null && run.toString().isBlank()) {
            throw new Usage("--against= names no run: give one, such as --against=latest, or leave it out.");
        }
        if (run != null && baseline == null) {
            baseline = RunComparer.read(run, results);
        }
    }

    /** What has changed from it to another run; null when none was named. */
    @Nullable
    RunComparison of(Recording contender, Path results) {
        read(results);
        changes = baseline == null ? null : RunChanges.of(baseline, contender);
        return changes;
    }

    /** What {@link #of} has found; null before, or when no run was named. */
    @Nullable
    RunComparison changes() {
        return changes;
    }
}
