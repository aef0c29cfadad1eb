package dev.assay.cli.option;

import dev.assay.console.Console;
import dev.assay.console.Console.ColorMode;
import picocli.CommandLine.Option;

/** Options of every command about what is shown. */
public final class OutputOptions {
    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "Color: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}; respects NO_COLOR).")
    ColorMode color = ColorMode.AUTO;

    @Option(names = "--quiet", description = "Show only results, warnings and errors.")
    boolean quiet;

    /** The terminal as the user wants it. */
    public Console console(Console terminal) {
        return terminal.with(color, quiet);
    }
}
