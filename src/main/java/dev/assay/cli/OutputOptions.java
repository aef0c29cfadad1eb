package dev.assay.cli;

import dev.assay.console.Console;
import dev.assay.console.Console.ColorMode;
import java.util.Map;
import picocli.CommandLine.Option;

/** Options of every command about what is shown. */
final class OutputOptions {
    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "Colour: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}; NO_COLOR is heeded).")
    ColorMode color = ColorMode.AUTO;

    @Option(names = "--quiet", description = "Show results, warnings and errors only.")
    boolean quiet;

    Console console(Map<String, String> environment) {
        return Console.system(color, quiet, environment);
    }
}
