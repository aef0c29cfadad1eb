package dev.assay.cli.option;

import dev.assay.app.RunComparer;
import dev.assay.model.AssayException.Usage;
import dev.assay.model.Recording;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The run that another is held against once it is there. */
public final class AgainstOption {
    @Option(
            names = "--against",
            paramLabel = "RUN",
            description =
                    "Also show what changed since this run: its folder, its name in the results folder, or latest.")
    @Nullable
    Path against;

    public boolean given() {
        return against != null;
    }

    /**
     * Reads the run: before anything is measured, and before {@code latest} is another one.
     *
     * @return the run; null when none was named
     * @throws Usage if there is none
     */
    public @Nullable Recording baseline(Path results) {
        Path run = against;
        if (run == null) {
            return null;
        }
        if (run.toString().isBlank()) {
            throw new Usage("--against= is empty. Give a run, such as --against=latest, or omit the option.");
        }
        return RunComparer.read(run, results);
    }
}
