package dev.assay.cli.option;

import dev.assay.app.Browser;
import dev.assay.app.RunFilesWriter;
import dev.assay.console.Console;
import dev.assay.process.CommandRunner;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** Whether the report is shown once it is there. */
public final class OpenOption {
    @Option(names = "--open", description = "Open the report in a browser ($BROWSER, or the desktop's browser).")
    private boolean open;

    /** Shows the report of a run, if that was asked for; where there is no browser, says so. */
    public void show(Console console, Path run, Map<String, String> environment) {
        if (open && !new Browser(environment, new CommandRunner()).open(RunFilesWriter.report(run))) {
            console.warn("warning: --open found no browser. Set BROWSER, or open the file above yourself.");
        }
    }
}
