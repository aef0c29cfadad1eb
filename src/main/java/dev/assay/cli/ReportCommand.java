package dev.assay.cli;

import dev.assay.analysis.Analysis;
import dev.assay.analysis.change.HistoryEntryBuilder;
import dev.assay.analysis.change.RunChanges;
import dev.assay.app.AssayHome;
import dev.assay.app.CatalogSource;
import dev.assay.app.LatestRun;
import dev.assay.app.RedactedRun;
import dev.assay.app.RunComparer;
import dev.assay.app.RunFilesWriter;
import dev.assay.app.RunHistory;
import dev.assay.app.TemporaryFolder;
import dev.assay.app.request.RunOptions;
import dev.assay.app.request.RunRequest;
import dev.assay.cli.option.OpenOption;
import dev.assay.cli.option.OutputOptions;
import dev.assay.cli.option.RequestOptions;
import dev.assay.console.Console;
import dev.assay.history.History;
import dev.assay.model.AssayException.Usage;
import dev.assay.model.catalog.Catalog;
import dev.assay.model.result.RunComparison;
import dev.assay.model.result.RunResult;
import dev.assay.model.run.Recording;
import dev.assay.store.JournalReader;
import dev.assay.store.RunFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Analyzes and renders a run again. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Re-analyzes a run from its journal and the claims, and rewrites its files.",
        footerHeading = "%nExample:%n",
        footer = "  target/assay report results/latest")
final class ReportCommand implements Callable<Integer> {
    private final Caller caller;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    private final RequestOptions options = new RequestOptions(List.of(RunOptions.AGAINST, RunOptions.CATALOG));

    @Mixin
    private final OpenOption opening = new OpenOption();

    @Option(
            names = "--redact",
            description =
                    "Instead, write a report for publication into the run's folder 'redacted': without names of people and"
                            + " machines, file paths, source code, and whatever looks like a secret.")
    private boolean redact;

    @Option(names = "--sources", description = "With --redact: keep the source code, without what looks like a secret.")
    private boolean sources;

    @Parameters(
            index = "0",
            paramLabel = "RUN",
            description = "The run: its folder, its name in the results folder, or latest.")
    private Path run = Path.of("");

    ReportCommand(Caller caller) {
        this.caller = caller;
    }

    @Override
    public Integer call() {
        Console console = output.console(caller.terminal());
        RunRequest request = options.request();
        Path against = request.find(RunOptions.AGAINST);
        refuseContradictions(against != null);
        AssayHome home = caller.home();
        RunFolder folder = RunFolder.find(run, home.results());
        Recording recording = JournalReader.read(folder.journalFile());
        TemporaryFolder.tryOut();
        Catalog catalog = CatalogSource.read(home, request, recording.header());
        if (redact) {
            opening.show(
                    console, RedactedRun.write(console, folder, recording, catalog, sources), caller.environment());
            return ExitCode.DONE.code();
        }
        RunResult result = Analysis.analyze(recording, catalog.rules());
        History history = new RunHistory(console, folder.results()).with(HistoryEntryBuilder.summarize(recording));
        Recording baseline = against == null ? null : RunComparer.read(against, home.results());
        RunComparison changes = baseline == null ? null : RunChanges.compare(baseline, recording);
        RunFilesWriter.publish(console, folder, home.results(), result, history, changes);
        LatestRun.linkIfNewest(console, folder, result, home.results());
        opening.show(console, folder.path(), caller.environment());
        return result.failed() ? ExitCode.WORKLOAD.code() : ExitCode.DONE.code();
    }

    private void refuseContradictions(boolean compared) {
        if (sources && !redact) {
            throw new Usage("--sources needs --redact; the full report has the source code anyway.");
        }
        if (redact && compared) {
            throw new Usage(
                    "--redact and --against cannot be combined: the comparison is not redacted. Omit one of them.");
        }
    }
}
