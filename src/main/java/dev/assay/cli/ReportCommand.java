package dev.assay.cli;

import dev.assay.analysis.Analysis;
import dev.assay.catalog.CatalogReader;
import dev.assay.console.Console;
import dev.assay.model.Catalog;
import dev.assay.model.RunResult;
import dev.assay.store.JournalReader;
import dev.assay.store.RunFolder;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Analyses and renders a run again. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Analyses a run again from its journal and the claims alone, and writes its files anew.",
        footerHeading = "%nExample:%n",
        footer = "  java -jar target/assay.jar report results/latest")
final class ReportCommand implements Callable<Integer> {
    private final Map<String, String> environment;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Parameters(index = "0", paramLabel = "RUN", description = "A run's folder, such as results/latest.")
    private Path run = Path.of("");

    ReportCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Console console = output.console(environment);
        RunFolder folder = RunFolder.open(run);
        TemporaryFolder.tryOut();
        Catalog catalog = CatalogReader.read(Home.find().workloads());
        RunResult result =
                Analysis.analyse(JournalReader.read(folder.journalFile()), catalog.article(), catalog.claims());
        Publication.publish(console, folder, result);
        return result.failed() ? ExitCode.WORKLOAD.code() : ExitCode.DONE.code();
    }
}
