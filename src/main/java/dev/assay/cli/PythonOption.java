package dev.assay.cli;

import dev.assay.model.AssayException.Usage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of the commands that look for Python. */
final class PythonOption {
    @Option(
            names = "--python",
            paramLabel = "PATH",
            description = "The Python interpreter (default: python3 on the PATH, looked up behind shims).")
    private @Nullable String python;

    /**
     * The interpreter that was asked for; null for the first on the PATH.
     *
     * @throws Usage if the option names nothing
     */
    @Nullable
    String interpreter() {
        if (python != null && python.isBlank()) {
            throw new Usage(
                    "--python= names no interpreter: give one, such as --python=/usr/bin/python3, or leave it out.");
        }
        return python;
    }
}
