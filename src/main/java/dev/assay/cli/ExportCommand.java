package dev.assay.cli;

import dev.assay.analysis.Analysis;
import dev.assay.app.AssayHome;
import dev.assay.app.CatalogSource;
import dev.assay.app.Exports;
import dev.assay.app.request.RunOptions;
import dev.assay.cli.option.OutputOptions;
import dev.assay.cli.option.RequestOptions;
import dev.assay.console.Console;
import dev.assay.export.Format;
import dev.assay.model.catalog.Catalog;
import dev.assay.model.result.RunResult;
import dev.assay.model.run.Recording;
import dev.assay.store.JournalReader;
import dev.assay.store.RunFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a run in the formats of others. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description =
                "Exports a run in the formats of other tools, into its folder 'exports', and prints the files' paths.",
        footerHeading = "%nExample:%n",
        footer = "  target/assay export results/latest --format=hyperfine,junit")
final class ExportCommand implements Callable<Integer> {
    private final Caller caller;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    private final RequestOptions options = new RequestOptions(List.of(RunOptions.CATALOG));

    @Option(
            names = "--format",
            split = ",",
            paramLabel = "NAME",
            defaultValue = Format.ALL,
            description =
                    "Formats to write: hyperfine, csv, markdown (hyperfine's), jmh, pyperf, github (github-action-benchmark),"
                            + " bencher, junit, or all (default).")
    private List<String> formats = List.of();

    @Parameters(
            index = "0",
            paramLabel = "RUN",
            description = "The run: its folder, its name in the results folder, or latest.")
    private Path run = Path.of("");

    ExportCommand(Caller caller) {
        this.caller = caller;
    }

    @Override
    public Integer call() {
        Console console = output.console(caller.terminal());
        Set<Format> wanted = Format.of(formats);
        AssayHome home = caller.home();
        RunFolder folder = RunFolder.find(run, home.results());
        Recording recording = JournalReader.read(folder.journalFile());
        Catalog catalog = CatalogSource.read(home, options.request(), recording.header());
        RunResult result = Analysis.analyze(recording, catalog.rules());
        Exports exports = Exports.write(folder, result, wanted);
        exports.written().forEach(file -> console.result(file.toString()));
        exports.empty()
                .forEach(format -> console.warn("warning: the run has no times for " + format
                        + ", so this was not written: " + format.fileName() + "."));
        return ExitCode.DONE.code();
    }
}
